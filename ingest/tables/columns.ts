import type { RawCell } from '../domain/block.ts'
import { isTotalName, squeeze } from '../domain/name.ts'
import type { Column } from '../domain/table.ts'
import { cellAmount } from './cell-amount.ts'

const CODE_HEADER = /^(?:类|款|项|.*(?:编码|代码|科目号))$/
const AMOUNT_HEADER =
  /(?:合计|总计|小计|金额|预算数|决算数|执行数|支出|收入|经费|拨款|预算|结转|结余|资金|补助|费用?|价值|数量|面积|总额|补贴)$/
const LABEL_HEADER = /(?:项目|科目|名称|功能分类|经济分类|内容|目录|单位|部门|栏次|指标)(?:名称)?(?:[(（].*[)）])?$/
/** Columns that describe an item and are never added up. */
const TEXT_HEADER = /^(?:采购方式|规格要求|规格型号|计量单位|度量单位|备注|说明|序号)$/
const NOISE = /^[.…·—–-]+$/

/** The kind of each column, told by its cells first and its header where it has no cells. */
export function describeColumns(
  paths: readonly (readonly string[])[],
  body: readonly (readonly RawCell[])[],
): Column[] {
  return paths.map((path, column) => {
    const texts = body.map((row) => squeeze(row[column]?.text ?? '')).filter((text) => text !== '' && !NOISE.test(text))
    return { path: [...path], kind: columnKind(path, texts), unit: headerUnit(path) }
  })
}

function columnKind(path: readonly string[], texts: readonly string[]): Column['kind'] {
  const leaf = path.at(-1) ?? ''
  const header = path.join('')
  if (CODE_HEADER.test(leaf) || /(?:编码|代码)/.test(header)) {
    if (texts.every((text) => /^\d[\d.]*$/.test(text)) || (CODE_HEADER.test(leaf) && texts.length === 0)) return 'code'
  }
  if (path.some((word) => TEXT_HEADER.test(word))) return 'text'
  if (texts.length === 0)
    return isTotalName(leaf) || AMOUNT_HEADER.test(leaf) ? 'amount' : LABEL_HEADER.test(leaf) ? 'label' : 'amount'
  const figures = texts.filter((text) => cellAmount(text) !== null).length
  const codes = texts.filter((text) => /^(?:\d{2}|\d{3}|\d{5}|\d{7})$/.test(text)).length
  if (codes === texts.length && /科目|编码|类$|款$|项$/.test(header) && !/金额|数$/.test(leaf)) return 'code'
  if (figures * 2 > texts.length) return leaf === '序号' ? 'text' : 'amount'
  return 'label'
}

const UNIT_IN_HEADER = /[（(](万元|亿元|千元|元|平方米|㎡|辆|台|人|%|％|套|个|次)[)）]/

function headerUnit(path: readonly string[]): string | null {
  for (const word of [...path].reverse()) {
    const unit = UNIT_IN_HEADER.exec(word)?.[1]
    if (unit) return unit.replace('％', '%').replace('㎡', '平方米')
  }
  const leaf = path.at(-1) ?? ''
  return /(?:率|比重|占比|%|％|百分比)$/.test(leaf) ? '%' : null
}

/** A run of label columns with the amount columns to their right; tables of two halves have two. */
export interface Panel {
  readonly codes: readonly number[]
  readonly labels: readonly number[]
  readonly texts: readonly number[]
  readonly amounts: readonly number[]
}

/** Splits the columns where names begin anew to the right of amounts (income on the left, expenditure on the right). */
export function splitPanels(columns: readonly Column[]): Panel[] {
  const panels: { codes: number[]; labels: number[]; texts: number[]; amounts: number[] }[] = []
  columns.forEach((column, index) => {
    let panel = panels.at(-1)
    const opens = column.kind === 'label' || column.kind === 'code'
    if (!panel || (opens && panel.amounts.length > 0)) {
      panel = { codes: [], labels: [], texts: [], amounts: [] }
      panels.push(panel)
    }
    if (column.kind === 'code') panel.codes.push(index)
    else if (column.kind === 'label') panel.labels.push(index)
    else if (column.kind === 'text') panel.texts.push(index)
    else panel.amounts.push(index)
  })
  return panels.filter((panel) => panel.amounts.length > 0)
}
