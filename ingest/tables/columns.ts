import { isTotalName } from '../domain/name.ts'
import type { Column } from '../domain/table.ts'
import { cellAmount } from './cell-amount.ts'
import { type RawRow, textAt } from './raw-row.ts'

const CODE_LEAF = /^(?:类|款|项|.*(?:编码|代码|科目号))$/
const AMOUNT_HEADER =
  /(?:合计|总计|小计|金额|预算数|决算数|执行数|支出|收入|经费|拨款|预算|结转|结余|资金|补助|费用?|价值|数量|面积|总额|补贴)$/
const LABEL_HEADER = /(?:项目|科目|名称|功能分类|经济分类|内容|目录|单位|部门|栏次|指标)(?:名称)?(?:[(（].*[)）])?$/
/** Columns that describe an item and are never added up. */
const TEXT_HEADER = /^(?:采购方式|规格要求|规格型号|计量单位|度量单位|备注|说明|序号|行次|行号)$/
/** Leaders and dashes that fill a cell without saying anything. */
const NOISE = /^[.…·—–-]+$/

/** The kind of each column, told by its cells first and its header where it has no cells. */
export function describeColumns(paths: readonly (readonly string[])[], body: readonly RawRow[]): Column[] {
  return paths.map((path, column) => {
    const texts = body.map((row) => textAt(row, column)).filter((text) => text !== '' && !NOISE.test(text))
    return { path: [...path], kind: columnKind(path, texts), unit: headerUnit(path) }
  })
}

function columnKind(path: readonly string[], texts: readonly string[]): Column['kind'] {
  const leaf = path.at(-1) ?? ''
  if (isHeadedCode(path, leaf, texts)) return 'code'
  if (path.some((word) => TEXT_HEADER.test(word)) || isCountingUnit(leaf, texts)) return 'text'
  if (texts.length === 0) return emptyColumnKind(leaf)
  if (holdsCodes(path, leaf, texts)) return 'code'
  // A year names its row; it is no amount.
  if (texts.every((text) => /^20\d{2}年?度?$/.test(text))) return 'label'
  const figures = texts.filter((text) => cellAmount(text) !== null).length
  return figures * 2 > texts.length ? 'amount' : 'label'
}

/** "单位" over 辆, 台, 项: what the quantities beside it are counted in, not whose row it is. */
function isCountingUnit(leaf: string, texts: readonly string[]): boolean {
  return leaf === '单位' && texts.length > 0 && texts.every((text) => text.length <= 2)
}

/** The header says code, and no cell speaks against it; the name of a total may stand in the first column, whatever it holds. */
function isHeadedCode(path: readonly string[], leaf: string, texts: readonly string[]): boolean {
  const headed = CODE_LEAF.test(leaf) || /(?:编码|代码)/.test(path.join(''))
  return headed && texts.every((text) => CODE_CELL.test(text) || isTotalName(text) || TOTAL_OF_PART.test(text))
}

/** A code, as it is or in brackets: "301", "[30101]". */
const CODE_CELL = /^[[【［]?\d[\d. ]*[\]】］]?$/

/** "人员经费合计" below the codes of the accounts it adds up. */
const TOTAL_OF_PART = /^[^\d]{2,12}(?:合计|小计)$/

const CODE = /^[[【［]?(?:\d{2}|\d{3}|\d{5}|\d{7})[\]】］]?$/
/** A code behind which a wrapped name has left its end. */
const BEGINS_WITH_CODE = /^(?:\d{2}|\d{3}|\d{5}|\d{7})(?![\d.,，])\D{0,12}$/

/** Most cells are codes, the others begin with one, and the header speaks of accounts rather than of figures. */
function holdsCodes(path: readonly string[], leaf: string, texts: readonly string[]): boolean {
  if (!/科目|编码|类$|款$|项$/.test(path.join('')) || /金额|数$/.test(leaf)) return false
  const codes = texts.filter((text) => CODE.test(text))
  return (
    codes.length * 2 > texts.length &&
    texts.every((text) => CODE.test(text) || BEGINS_WITH_CODE.test(text) || isTotalName(text))
  )
}

function emptyColumnKind(leaf: string): Column['kind'] {
  const named = LABEL_HEADER.test(leaf) && !isTotalName(leaf) && !AMOUNT_HEADER.test(leaf)
  return named ? 'label' : 'amount'
}

const UNIT_IN_HEADER = /[（(](万元|亿元|千元|元|平方米|㎡|辆|台|人|%|％|套|个|次)(?:[/／][^（()）]{1,5})?[)）]/

function headerUnit(path: readonly string[]): string | null {
  for (const word of [...path].reverse()) {
    const unit = UNIT_IN_HEADER.exec(word)?.[1]
    if (unit) return unit.replace('％', '%').replace('㎡', '平方米')
  }
  const leaf = path.at(-1) ?? ''
  return /(?:率|比重|占比|%|％|百分比)$/.test(leaf) ? '%' : null
}

/** A run of label columns with the amount columns to their right; tables of two halves have two. Indices of columns. */
export interface Panel {
  readonly codes: readonly number[]
  readonly labels: readonly number[]
  readonly texts: readonly number[]
  readonly amounts: readonly number[]
}

/** Splits the columns where names begin anew to the right of amounts (income on the left, expenditure on the right). */
export function splitPanels(columns: readonly Column[]): Panel[] {
  const panels: Record<Column['kind'], number[]>[] = []
  columns.forEach(({ kind }, index) => {
    const opens = kind === 'label' || kind === 'code'
    let panel = panels.at(-1)
    if (!panel || (opens && panel.amount.length > 0)) {
      panel = { code: [], label: [], text: [], amount: [] }
      panels.push(panel)
    }
    panel[kind].push(index)
  })
  return panels
    .filter(({ amount }) => amount.length > 0)
    .map(({ code, label, text, amount }) => ({ codes: code, labels: label, texts: text, amounts: amount }))
}
