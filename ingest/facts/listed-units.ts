import type { Identity } from '../domain/document.ts'
import { lines } from '../domain/source.ts'
import type { BuiltTable } from '../tables/build.ts'
import { quoteOf, textAt } from '../tables/raw-row.ts'
import { draftDefaults, type FactDraft, unclassified } from './fact-base.ts'

const NUMBER_COLUMN = /^(?:序号|编号)$/
const UNIT_COLUMN = /(?:单位|部门)名称$/

/**
 * How many units a disclosure takes in, from the list that numbers them (序号, 单位名称): the last number, where the list
 * runs from 1 without a gap. [] for other tables.
 */
export function listedUnits({ table, body, section }: BuiltTable, identity: Identity): FactDraft[] {
  const leaves = table.columns.map(({ path }) => path.at(-1) ?? '')
  const [number, unit] = [
    leaves.findIndex((leaf) => NUMBER_COLUMN.test(leaf)),
    leaves.findIndex((leaf) => UNIT_COLUMN.test(leaf)),
  ]
  if (number < 0 || unit < 0 || table.columns.some(({ kind }, at) => kind === 'amount' && at !== number)) return []
  const listed = body.filter((row) => textAt(row, unit) !== '')
  const cell = listed.at(-1)?.[number]
  const unbroken = listed.every((row, index) => textAt(row, number) === String(index + 1))
  if (!cell || !unbroken) return []
  const last = listed.at(-1) ?? []
  return [
    {
      ...draftDefaults(identity),
      basis: null,
      kind: 'count',
      measure: unclassified('预算单位'),
      role: 'organization',
      amount: { value: cell.text, unit: '家', raw: cell.text },
      origin: 'cell',
      tableId: table.id,
      row: [textAt(last, unit)],
      column: table.columns[number]?.path ?? [],
      section: [...section],
      quote: quoteOf(last),
      source: lines(cell.line),
    },
  ]
}
