import type { RawCell } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'
import { type CellAmount, cellAmount } from '../tables/cell-amount.ts'
import { filledCells, type RawRow, wordsOf } from '../tables/raw-row.ts'
import { valueColumns } from './indicator-columns.ts'
import { FORM_TOTAL, type IndicatorFigures, isPoints, readFigures } from './indicator-figures.ts'
import { className, isComparatorCell, isFirstLevel, isIndicatorClass, standsBelow } from './indicator-values.ts'

/** A figure with the cell that prints it. */
export interface PrintedFigure extends CellAmount {
  readonly cell: RawCell
}

/** A row of a performance table's indicators. */
export interface Indicator extends IndicatorFigures {
  /** Classes of the indicator, outermost first. */
  readonly classes: readonly string[]
  readonly row: RawRow
  readonly project: string | null
}

/** The money of a project, or of a unit over all its projects, that a merged first column gives beside its name. */
export interface ProjectBudget {
  readonly figure: PrintedFigure
  /** The project or unit, as its cell names it. */
  readonly name: string
  /** Null for a row that adds up a unit's projects. */
  readonly project: string | null
  readonly row: RawRow
}

/** What the rows below an indicator header hold. */
export interface IndicatorRows {
  readonly indicators: readonly Indicator[]
  readonly budgets: readonly ProjectBudget[]
}

/** Whether a row heads indicators: 三级指标, or 一级指标 beside a column of values. */
export function isIndicatorHeader(row: RawRow): boolean {
  const words = wordsOf(row)
  return words.includes('三级指标') || (words.includes('一级指标') && words.some((word) => /指标值/.test(word)))
}

/**
 * Reads the rows below an indicator header. Merged first columns shift such rows sideways, so a row is read by what its
 * cells are (class, class, name, comparison, value, unit, weight), not by the column they stand in.
 */
export function readIndicatorRows(
  header: RawRow,
  rows: readonly RawRow[],
  formProject: string | null,
  breaks: readonly number[],
): IndicatorRows {
  const headerWords = wordsOf(header)
  const listsProjects = headerWords.includes('项目名称')
  const heads = valueColumns(header)
  const indicators: Indicator[] = []
  const budgets: ProjectBudget[] = []
  // The project stands so many cells before the classes, whatever merged cells stand in front of it.
  const ahead = headerWords.indexOf('一级指标') - headerWords.indexOf('项目名称')
  let project = formProject
  let classes: readonly string[] = []
  for (const row of rows) {
    const cells = filledCells(row)
    const lead = listsProjects ? leadOf(cells) : []
    const budget = budgetOf(lead, row)
    if (budget) {
      budgets.push(budget)
      project = budget.project ?? project
    } else if (ahead > 0) project = projectIn(lead, ahead) ?? project
    const rest = cells.slice(lead.length)
    const own = leadingClasses(rest)
    classes = within(classes, own)
    const indicator = readFigures(rest.slice(own.length), row, heads)
    if (indicator) indicators.push({ ...indicator, classes, row, project })
  }
  const pageStarts = breaks.map((at) => rows[at]?.[0]?.line ?? 0)
  return { indicators: pageStarts.reduce(reassignAfter, indicators), budgets }
}

/** The cells of a row that stand before its classes: unit, project, budget, goal. */
function leadOf(cells: readonly RawCell[]): RawCell[] {
  const firstClass = cells.findIndex((cell) => isFirstLevel(cell.text))
  if (firstClass >= 0) return cells.slice(0, firstClass)
  const alone = cells.length <= 3 && cells.some((cell) => cellAmount(cell.text) !== null)
  return alone ? [...cells] : []
}

/** The project that a row without money names, `ahead` cells before its classes; null where it names none. */
function projectIn(lead: readonly RawCell[], ahead: number): string | null {
  const name = squeeze(lead.at(-ahead)?.text ?? '')
  return name === '' || UNIT_ROW.test(name) ? null : name
}

/** A unit's row begins with its number: "101001-…局". */
const UNIT_ROW = /^\d{3,}[-—]/

function budgetOf(lead: readonly RawCell[], row: RawRow): ProjectBudget | null {
  const at = lead.findIndex((cell) => cellAmount(cell.text) !== null)
  const [nameCell, cell] = [lead[at - 1], lead[at]]
  const amount = cellAmount(cell?.text ?? '')
  if (!nameCell || !cell || !amount) return null
  const name = squeeze(nameCell.text)
  return { figure: { ...amount, cell }, name, project: UNIT_ROW.test(name) ? null : name, row }
}

/** Classes that open a row; the last two cells are a name and a value at least. */
function leadingClasses(cells: readonly RawCell[]): string[] {
  const words = cells.slice(0, Math.min(3, cells.length - 2)).map((cell) => className(cell.text))
  const end = words.findIndex((word, at) => !isIndicatorClass(word) && !(at === 0 && /^(?:年度)?绩效指标$/.test(word)))
  const classes = end < 0 ? words : words.slice(0, end)
  // An indicator may be named like its class (服务对象满意度): what stands right before the value is the name.
  const [next, after] = cells.slice(classes.length)
  if (!next || (after && isComparatorCell(after.text))) return classes
  return isComparatorCell(next.text) || cellAmount(next.text) ? classes.slice(0, -1) : classes
}

/** The classes of a row: its own, below the first-level class above it where it brings a second-level one alone. */
function within(above: readonly string[], own: readonly string[]): readonly string[] {
  const [first = ''] = own
  if (own.length === 0) return above
  const outer = above.slice(0, 1 + above.findIndex((word) => isFirstLevel(word)))
  const below = own.length === 1 && (!isFirstLevel(first) || standsBelow(first, outer.at(-1)))
  return below ? [...outer, ...own] : own
}

/** The points that a form reached in all, with their row; null where it does not add them up. */
export function totalPoints(
  header: RawRow,
  rows: readonly RawRow[],
): { readonly row: RawRow; readonly cell: RawCell } | null {
  const { score } = valueColumns(header)
  const row = rows.find((candidate) => FORM_TOTAL.test(wordsOf(candidate)[0] ?? ''))
  const cell = row?.[score]
  return row && cell && isPoints(cell) ? { row, cell } : null
}

/** What the weights of a project's indicators add up to: 100, or 90 where 10 are kept for the budget's execution. */
const FULL_WEIGHTS = new Set([90, 100])

/**
 * A merged project cell may be printed in the middle of its rows, below rows that stand on a new page: where the weights
 * before the page are full, the rows at its top belong to the next project.
 */
function reassignAfter(indicators: readonly Indicator[], pageStart: number): Indicator[] {
  const first = indicators.findIndex(({ row }) => (row[0]?.line ?? 0) >= pageStart)
  const previous = indicators[first - 1]
  if (!previous || indicators[first]?.project !== previous.project) return [...indicators]
  const before = indicators.slice(0, first).filter(({ project }) => project === previous.project)
  const sum = before.reduce((total, { weight }) => total + Number(squeeze(weight?.text ?? '0')), 0)
  const next = indicators.findIndex(({ project }, index) => index >= first && project !== previous.project)
  if (next < 0 || !FULL_WEIGHTS.has(sum)) return [...indicators]
  const project = indicators[next]?.project ?? null
  return indicators.map((indicator, index) => (index >= first && index < next ? { ...indicator, project } : indicator))
}
