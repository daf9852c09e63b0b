import {
  type Block,
  type GridBlock,
  type HeadingBlock,
  type ParagraphBlock,
  paragraphText,
  type RawCell,
} from '../domain/block.ts'
import { comparable, isTotalName } from '../domain/name.ts'
import { splitCaption } from './caption-rows.ts'
import { withoutColumnNumbers } from './column-numbers.ts'
import { headerLength, isHeaderRow } from './header.ts'
import { HeadingPath } from './heading-path.ts'
import { innerTables } from './inner-tables.ts'
import { filledCells, isBlank, type RawRow, wordsOf } from './raw-row.ts'
import type { TextLine } from './text-line.ts'

/** The rows of one printed table, stitched over page breaks, with the lines around it. */
export interface Region {
  readonly rows: RawCell[][]
  /** Indices into `rows` where a new page begins. */
  readonly breaks: number[]
  /** Short lines above the table: number, title, unit, organisation. */
  readonly preamble: readonly TextLine[]
  /** Lines below it that speak of it (备注). */
  readonly notes: TextLine[]
  /** Headings above, outermost first. */
  readonly section: readonly string[]
  /** Whether the file tells where each cell stands: see {@link GridBlock}. */
  readonly ruled: boolean
  /** Rows of the first part of the form that this table is the second part of; [] for a table of its own. */
  readonly formTop: readonly RawRow[]
}

const LONGEST_PREAMBLE_LINE = 60
const PREAMBLE_LINES = 12
/** Headings further in than this are the tables' own titles. */
const DEEPEST_SECTION = 5

/** Groups the blocks of a document into regions, one a printed table. */
export function findRegions(blocks: readonly Block[]): Region[] {
  const finder = new RegionFinder()
  for (const block of blocks) finder.take(block)
  return finder.regions
}

/** Reads blocks in order; remembers the lines since the last table, which may be the next one's caption. */
class RegionFinder {
  readonly regions: Region[] = []
  readonly #headings = new HeadingPath()
  #preamble: TextLine[] = []
  #belowGrid = false

  take(block: Block): void {
    if (block.kind === 'grid') {
      this.#takeGrid(block)
      return
    }
    if (block.kind === 'heading') this.#takeHeading(block)
    else this.#takeParagraph(block)
    this.#belowGrid = false
  }

  #takeHeading(heading: HeadingBlock): void {
    if (heading.level <= DEEPEST_SECTION) this.#headings.enter(heading)
    this.#caption({ text: heading.text, line: heading.line })
  }

  #takeParagraph(block: ParagraphBlock): void {
    const text = paragraphText(block)
    const line = { text, line: block.spans[0]?.line ?? 1 }
    const above = this.regions.at(-1)
    const told = SPEAKS_OF_TABLE.test(text) || (this.#preamble.length === 0 && isTableNote(text))
    if (above && told) above.notes.push(line)
    else if (text.length > LONGEST_PREAMBLE_LINE || /[。；]$/.test(text)) this.#preamble = []
    else this.#caption(line)
  }

  #caption(line: TextLine): void {
    this.#preamble = [...this.#preamble, line].slice(-PREAMBLE_LINES)
  }

  #takeGrid({ rows: printed, ruled = false, nested = false }: GridBlock): void {
    const { captions, rows: body } = splitCaption(printed.map((row) => [...row]))
    const rows = withoutColumnNumbers(body)
    for (const caption of captions) this.#caption(caption)
    // A caption in cells opens a table of its own, whatever stands right above it; so does a cell.
    if (captions.length > 0 || nested) this.#belowGrid = false
    const [first, ...inner] = innerTables(rows)
    this.#takeTable(first?.rows ?? rows, ruled)
    for (const { caption, rows: own } of inner) {
      const { preamble = [] } = this.regions.at(-1) ?? {}
      this.#open(own, caption ? [...preamble, caption] : preamble, [], ruled)
    }
  }

  #takeTable(rows: RawCell[][], ruled: boolean): void {
    if (rows.every(isBlank)) return
    const last = this.regions.at(-1)
    const above = this.#belowGrid || (last && printsOn(last, this.#preamble, rows)) ? last : undefined
    this.#belowGrid = true
    const preamble = this.#preamble
    this.#preamble = []
    if (!above) this.#open(rows, preamble, [], ruled)
    // The second part of a form stands under the first part's title.
    else if (opensAnotherForm(above.rows, rows)) this.#open(rows, above.preamble, [], ruled)
    else if (opensAnotherTable(above.rows, rows))
      this.#open(rows, [...above.preamble, ...titleRow(above.rows)].slice(-PREAMBLE_LINES), above.rows, ruled)
    else continueRegion(above, rows)
  }

  #open(rows: RawCell[][], preamble: readonly TextLine[], formTop: readonly RawRow[], ruled: boolean): void {
    this.regions.push({ rows, breaks: [], notes: [], preamble, section: this.#headings.texts, formTop, ruled })
  }
}

/** A note that says "本表无数据" is of the table above it, whatever other notes stand between them. */
const SPEAKS_OF_TABLE = /^.{0,80}(?:本|此)表(?:为空表?|无数据|无内容)/

function isTableNote(text: string): boolean {
  return /^(?:备注|注|说明)\s*[：:]/.test(text) || (/空表|为空|无数据/.test(text) && text.length <= 120)
}

/** "续表", "（续）": says of a page that it goes on. */
const GOES_ON = /[（(]?续表?(?:[一二三四五六七八九十\d]*)[)）]?/

/** Whether a page prints the caption of the table above it again over the same header, and goes on with its rows. */
function printsOn(above: Region, caption: readonly TextLine[], rows: readonly RawRow[]): boolean {
  const words = ({ text }: TextLine) => comparable(text.replace(GOES_ON, ''))
  const known = new Set(above.preamble.map(words))
  const titled = caption.some(({ text }) => /表/.test(text))
  if (!titled || !caption.every((line) => words(line) === '' || known.has(words(line)))) return false
  const header = repeatedHeaderLength(above.rows, rows)
  const wholly = header > 0 && header === headerLength(above.rows)
  return wholly && !rows.some(namesProject) && !isTotalRow(rows[header])
}

/** "…| 项目名称 | 修渠": the row of a form that is about one project. */
function namesProject(row: RawRow): boolean {
  const words = wordsOf(row)
  const next = words[words.findIndex((word) => PROJECT_NAME.test(word)) + 1]
  return words.some((word) => PROJECT_NAME.test(word)) && next !== undefined && !isHeaderWord(next)
}

function isTotalRow(row: RawRow = []): boolean {
  return wordsOf(row).some(isTotalName)
}

/** Stitches a page on to the table above it, without the header that the page repeats. */
function continueRegion(region: Region, rows: RawCell[][]): void {
  const fresh = rows.slice(repeatedHeaderLength(region.rows, rows)).filter((row) => !isBlank(row))
  region.breaks.push(region.rows.length)
  for (const row of fresh) region.rows.push(row)
}

/** A first row of one cell is a title inside the grid. */
function titleRow(rows: readonly RawRow[]): TextLine[] {
  const [only, ...others] = filledCells(rows[0] ?? [])
  return only && others.length === 0 ? [{ text: only.text, line: only.line }] : []
}

const PROJECT_NAME = /^(?:项目|政策|任务|专项)名称[：:]?$/

/** Forms of one kind stand under one title, one a project: each opens with the project's name. */
function opensAnotherForm(above: readonly RawRow[], below: readonly RawRow[]): boolean {
  const opens = (rows: readonly RawRow[]) => {
    const [first = '', second = ''] = wordsOf(rows.find((row) => !isBlank(row)) ?? [])
    return PROJECT_NAME.test(first) && second !== '' && !isHeaderWord(second)
  }
  return opens(above) && opens(below)
}

/** "项目名称 | 项目单位 | 金额" is the header of a list of projects. */
function isHeaderWord(word: string): boolean {
  return /(?:单位|部门|编码|代码|名称|金额|类别|科目|合计|预算数|内容)(?:[(（].*[)）])?$/.test(word)
}

/** A grid right below another is a new table where it brings a header of its own, unlike the one above. */
function opensAnotherTable(above: readonly RawRow[], below: readonly RawRow[]): boolean {
  const first = below.find((row) => !isBlank(row))
  if (!first) return false
  const words = wordsOf(first)
  if (words.includes('一级指标')) return !above.some((row) => wordsOf(row).includes('一级指标'))
  return (
    words.length >= 2 &&
    isHeaderRow(first) &&
    repeatedHeaderLength(above, below) === 0 &&
    words.some((word) => /^(?:项目|科目|收入|支出|合计)/.test(word))
  )
}

/** Share of the words of a header row that must come again for a row to be its repetition. */
const SAME_HEADER = 0.6
const MOST_HEADER_ROWS = 5

/** How many leading rows of a continuation only repeat the header of the table above. */
function repeatedHeaderLength(above: readonly RawRow[], below: readonly RawRow[]): number {
  const headers = above.slice(0, MOST_HEADER_ROWS).filter(isHeaderRow)
  const page = below.slice(0, MOST_HEADER_ROWS)
  const fresh = page.findIndex(
    (row) => !isBlank(row) && !headers.some((header) => similarity(header, row) >= SAME_HEADER),
  )
  return fresh < 0 ? page.length : fresh
}

/** Share of the words of two rows that they have in common. */
function similarity(a: RawRow, b: RawRow): number {
  const [x, y] = [a, b].map((row) => new Set(filledCells(row).map((cell) => comparable(cell.text))))
  if (!x?.size || !y?.size) return 0
  return [...x].filter((word) => y.has(word)).length / Math.max(x.size, y.size)
}
