import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import type { Column } from '../domain/table.ts'
import { type RawRow, textAt } from '../tables/raw-row.ts'
import { stageIn } from './column-meaning.ts'
import type { FactDraft } from './fact-base.ts'

const ROW_YEAR = /^(?:(20\d{2})年?度?|(上年|去年)|(本年|今年))度?(预算|决算|执行)?数?$/
/** A stage of the document's own year. */
const ROW_STAGE = /^(?:年初|全年|调整后?)?(?:预算|决算|执行)数$/

/** Whether a row is named by nothing but its time. */
export function isTimeRow(label: string): boolean {
  const word = squeeze(label)
  return ROW_YEAR.test(word) || ROW_STAGE.test(word)
}

/** The time that a row's own label names ("2030年", "上年决算数", "全年预算数"); {} where it names something else. */
export function rowTime(label: string, identity: Identity): Partial<Pick<FactDraft, 'fiscalYear' | 'basis' | 'stage'>> {
  const word = squeeze(label)
  const match = ROW_YEAR.exec(word)
  if (!match) return ROW_STAGE.test(word) ? stageIn(word, identity) : {}
  const own = identity.fiscalYear
  const year = match[1] ? Number(match[1]) : match[2] && own !== null ? own - 1 : own
  const basis = match[4] === undefined ? undefined : match[4] === '预算' ? 'budget' : 'final_accounts'
  return { fiscalYear: year, ...(basis ? { basis } : {}) }
}

const QUANTITY = /^(?:采购|购置|购买|配备)?(?:数量|台数|辆数|套数|件数)$/
const UNIT_COLUMN = /^(?:计量|数量)?单位$/
/** What every figure of its row is told in, where the table has no column of quantities. */
const MEASURED_IN = /^(?:计量|度量)单位$/

/** The counting unit of a column of quantities, from the unit column beside it ("" where there is none); null for other columns. */
export function quantityUnit(column: Column, columns: readonly Column[], printed: RawRow): string | null {
  if (!QUANTITY.test(squeeze(column.path.at(-1) ?? ''))) return null
  const beside = columns.findIndex(({ path }) => UNIT_COLUMN.test(squeeze(path.at(-1) ?? '')))
  return beside < 0 ? '' : textAt(printed, beside)
}

/** What the row's own cell says that its figures are told in; "" where the row has none. */
export function measuringUnit(columns: readonly Column[], printed: RawRow): string {
  if (columns.some(({ path }) => QUANTITY.test(squeeze(path.at(-1) ?? '')))) return ''
  const at = columns.findIndex(({ path }) => MEASURED_IN.test(squeeze(path.at(-1) ?? '')))
  return at < 0 ? '' : textAt(printed, at).replace('㎡', '平方米')
}
