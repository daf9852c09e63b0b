import { accountByCode } from '../classification/index.ts'
import { enumeratorLevel, isTotalName, plainName, squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Column, Row } from '../domain/table.ts'
import { CodeColumns } from './code-columns.ts'
import type { Panel } from './columns.ts'
import { type RawRow, textAt } from './raw-row.ts'

/** A row of one panel, with what its code and label cells say. */
export interface PanelRow extends Row {
  /** Index of the printed row in the table's body. */
  readonly index: number
  /** Words of the label columns, outermost first, as printed; of a total, also where it stands in a code column. */
  readonly words: readonly string[]
}

/** A row below the header with the lines it stands on. */
export interface PlacedRow {
  readonly row: RawRow
  readonly source: Row['source']
}

/** Reads the rows of one half of a table: names, codes with what is left out filled in, and the rows that contain them. `unit` are the names that the document's unit goes by. */
export function readRows(
  body: readonly PlacedRow[],
  panel: Panel,
  columns: readonly Column[],
  unit: readonly string[],
): PanelRow[] {
  const reader = new RowReader(panel, columns, listsUnits(body, panel, unit) ? [] : unit)
  return body.flatMap(({ row, source }, index) => reader.read(row, source, index) ?? [])
}

/** "2101501 行政运行", "210-卫生健康支出", "[30101]基本工资": code and name in one cell. */
const CODE_AND_NAME = /^[[【［]?(\d{3}(?:\d{2}){0,2})[\]】］]?[\s-]*([^\d.,，].*)$/
/** The column that names what is bought, where others say for which project and of what sort. */
const NAMES_PURCHASE = /^(?:采购|购置|购买)(?:项目|内容|标的|物品|服务)?(?:名称)?$/

/** What adds up a part closes no list. */
const SUBTOTAL = /小\s*计/

/** The column that names a project, and one beside it that names who has to do with it. */
const NAMES_PROJECT = /^(?:项目|政策和?项目)名称$/
const NAMES_BODY = /(?:单位|部门)(?:名称)?$/

/** Reads rows from the top downwards: what a row leaves out, rows above it have said. */
class RowReader {
  readonly #panel: Panel
  readonly #codes: CodeColumns
  readonly #unit: readonly string[]
  readonly #nameByCode = new Map<string, string>()
  readonly #enumerated: { level: number; name: string }[] = []
  readonly #listsProjects: boolean
  #belowTotal = false

  constructor(panel: Panel, columns: readonly Column[], unit: readonly string[]) {
    this.#panel = { ...panel, labels: namedLast(panel.labels, columns) }
    this.#listsProjects = panel.labels.some((column) => columns[column]?.path.at(-1) === '项目名称')
    this.#codes = new CodeColumns(panel.codes, columns)
    this.#unit = unit
  }

  /** The row, or null where this half of the table is blank in it. */
  read(row: RawRow, source: Row['source'], index: number): PanelRow | null {
    const { codes, labels, amounts } = this.#panel
    if ([...codes, ...labels, ...amounts].every((column) => textAt(row, column) === '')) return null
    const named = labels.map((column) => textAt(row, column)).filter((word) => word !== '')
    const words = named.length > 0 ? named : codes.map((column) => textAt(row, column)).filter(isTotalName)
    const printed = words.at(-1) ?? ''
    const total = this.#isTotal(printed, words)
    this.#belowTotal = total
    if (total && !SUBTOTAL.test(printed)) this.#enumerated.length = 0
    if (total)
      return { kind: 'total', code: null, label: nameIn(printed), parents: outerNames(words), source, index, words }
    return { kind: 'item', ...this.#readItem(row, printed, words), source, index, words }
  }

  /** Code, name and containing rows of a row that is no total. */
  #readItem(row: RawRow, printed: string, words: readonly string[]): Pick<PanelRow, 'code' | 'label' | 'parents'> {
    const inline = CODE_AND_NAME.exec(printed)?.[1]
    const code = inline ?? this.#codes.resolve(row, nameIn(printed))
    const official = code === null ? '' : (accountByCode(code)?.name ?? '')
    const label = nameIn(printed) || official
    const byCode = code !== null && inline === undefined && this.#panel.codes.length > 0
    const parents = byCode ? this.#parentsByCode(code) : this.#parentsByEnumerator(printed, label)
    if (code !== null && words.length <= 1) this.#nameByCode.set(code, label)
    // A project's row carries the code of the account it is paid from; that code does not name the project.
    const names = official === label || this.#namesAccount(words, official)
    return { code: names ? code : null, label, parents: [...parents, ...outerNames(words)] }
  }

  /** Whether a row's one name can be its account's; in a list of projects it is the project's. */
  #namesAccount(words: readonly string[], official: string): boolean {
    return words.length <= 1 && (official === '' || !this.#listsProjects)
  }

  /** A total by its name, by the unit's own name, or a nameless row right below a total: the same total, printed on. */
  #isTotal(printed: string, words: readonly string[]): boolean {
    if (isTotalName(printed)) return true
    if (isSameUnit(nameIn(printed), this.#unit)) return true
    return words.length === 0 && this.#belowTotal && this.#panel.labels.length > 0
  }

  #parentsByCode(code: string): string[] {
    return [3, 5, 7]
      .filter((length) => length < code.length)
      .flatMap((length) => {
        const parent = code.slice(0, length)
        return accountByCode(parent)?.name ?? this.#nameByCode.get(parent) ?? []
      })
  }

  /** 一、 contains 1., 1. contains 其中：, and 其中： goes on over the unnumbered rows below it. */
  #parentsByEnumerator(printed: string, label: string): string[] {
    const stack = this.#enumerated
    const level = Math.min(enumeratorLevel(printed), 3)
    if (label === '' || (level === 3 && stack.length === 0)) return []
    while ((stack.at(-1)?.level ?? 0) >= level) stack.pop()
    const parents = stack.map((entry) => entry.name)
    stack.push({ level, name: label })
    return parents
  }
}

/** The label columns with that last whose words name the row. */
function namedLast(labels: readonly number[], columns: readonly Column[]): readonly number[] {
  const head = (at: number | undefined) => squeeze(columns[at ?? -1]?.path.at(-1) ?? '')
  // Who carries a project out is not what its row is of.
  const carriedOut = NAMES_BODY.test(head(labels.at(-1)))
  const naming = labels.find((at) => NAMES_PURCHASE.test(head(at)) || (carriedOut && NAMES_PROJECT.test(head(at))))
  return naming === undefined ? labels : [...labels.filter((at) => at !== naming), naming]
}

/** "010911-其他服务", "A02010104 计算机": a catalogue's code in front of a name. */
const CATALOGUED = /^(?:\d{6,10}|[A-Z]\d{4,10})\s*[-—－]?\s*(?=\D)/

/** The name in a label cell, without the code in front of it. */
function nameIn(printed: string): string {
  return plainName(CODE_AND_NAME.exec(printed)?.[2] ?? printed.replace(CATALOGUED, ''))
}

/** Names of the outer label columns, which contain the row. */
function outerNames(words: readonly string[]): string[] {
  return words.slice(0, -1).map(nameIn)
}

/** The lines that the cells of a row stand on. */
export function rowLines(row: RawRow): Row['source'] {
  const first = row[0]?.line ?? 1
  const [from, to] = row.reduce(
    ([least, most], { line }) => [Math.min(least, line), Math.max(most, line)],
    [first, first],
  )
  return lines(from, to)
}

const SHORTEST_UNIT_NAME = 4

/** Whether a row is named after the unit itself, in full, by a short form or as its 本级: its figures are the table's totals. */
function isSameUnit(name: string, unit: readonly string[]): boolean {
  const own = name.replace(/(?:本级|本单位|机关|[（(](?:本级|机关)[)）])$/, '')
  return name.length >= SHORTEST_UNIT_NAME && unit.some((alias) => alias.endsWith(own))
}

/** Names of bodies, by their last words. */
const BODY =
  /(?:局|委|委员会|办|办公室|办事处|中心|站|所|院|校|小学|中学|幼儿园|大队|支队|馆|协会|联合会)(?:[（(].{2,4}[)）])?$/

/** Whether the rows are units beside one another, of which the document's own is but one. */
function listsUnits(body: readonly PlacedRow[], { codes, labels }: Panel, unit: readonly string[]): boolean {
  const names = body.map(({ row }) =>
    nameIn(labels.map((column) => textAt(row, column)).findLast((word) => word !== '') ?? ''),
  )
  const bodies = names.filter((name) => name.length >= SHORTEST_UNIT_NAME && BODY.test(name))
  const accounts = body.some(({ row }) => codes.some((column) => accountByCode(textAt(row, column)) !== null))
  return !accounts && bodies.some((name) => !isSameUnit(name, unit)) && bodies.some((name) => isSameUnit(name, unit))
}
