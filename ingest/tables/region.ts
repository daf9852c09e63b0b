import type { Block, RawCell } from '../domain/block.ts'
import { paragraphText } from '../domain/block.ts'
import { comparable, squeeze } from '../domain/name.ts'
import { isHeaderRow } from './header.ts'

/** A line of text near a table. */
export interface TextLine {
  readonly text: string
  readonly line: number
}

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
}

const LONGEST_PREAMBLE_LINE = 60
const PREAMBLE_LINES = 12

/** Groups the blocks of a document into regions, one a printed table. */
export function findRegions(blocks: readonly Block[]): Region[] {
  const regions: Region[] = []
  const headings: { level: number; text: string }[] = []
  let preamble: TextLine[] = []
  let previous: Block | null = null
  for (const block of blocks) {
    if (block.kind === 'grid') {
      addGrid(regions, block.rows, previous?.kind === 'grid', { preamble, section: headings.map((h) => h.text) })
      preamble = []
    } else if (block.kind === 'heading') {
      if (block.level <= 5) {
        while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop()
        headings.push({ level: block.level, text: block.text })
      }
      preamble = [...preamble, { text: block.text, line: block.line }].slice(-PREAMBLE_LINES)
    } else {
      const text = paragraphText(block)
      const line = { text, line: block.spans[0]?.line ?? 1 }
      const last = regions.at(-1)
      if (last && preamble.length === 0 && isTableNote(text)) last.notes.push(line)
      else
        preamble =
          text.length > LONGEST_PREAMBLE_LINE || /[。；]$/.test(text) ? [] : [...preamble, line].slice(-PREAMBLE_LINES)
    }
    previous = block
  }
  return regions
}

function isTableNote(text: string): boolean {
  return /^(?:备注|注|说明)\s*[：:]/.test(text) || (/空表|为空|无数据/.test(text) && text.length <= 120)
}

function addGrid(
  regions: Region[],
  rows: readonly (readonly RawCell[])[],
  adjacent: boolean,
  around: { preamble: readonly TextLine[]; section: readonly string[] },
): void {
  const fresh = rows.map((row) => [...row])
  const last = regions.at(-1)
  if (!last || !adjacent) {
    regions.push({ rows: fresh, breaks: [], notes: [], ...around })
    return
  }
  if (opensAnotherTable(last.rows, fresh)) {
    // The second part of a form stands under the first part's title.
    regions.push({
      rows: fresh,
      breaks: [],
      notes: [],
      section: around.section,
      preamble: [...last.preamble, ...titleRow(last.rows)],
    })
    return
  }
  const repeated = repeatedHeaderLength(last.rows, fresh)
  last.breaks.push(last.rows.length)
  last.rows.push(...fresh.slice(repeated).filter((row) => row.some((cell) => cell.text !== '')))
}

/** A first row of one cell is a title inside the grid. */
function titleRow(rows: readonly (readonly RawCell[])[]): TextLine[] {
  const filled = (rows[0] ?? []).filter((cell) => cell.text !== '')
  return filled.length === 1 && filled[0] ? [{ text: filled[0].text, line: filled[0].line }] : []
}

/** A grid right below another is a new table where it brings a header of its own, unlike the one above. */
function opensAnotherTable(above: readonly RawCell[][], below: readonly RawCell[][]): boolean {
  const first = below.find((row) => row.some((cell) => cell.text !== ''))
  if (!first) return false
  const words = first.map((cell) => squeeze(cell.text)).filter((text) => text !== '')
  if (words.some((word) => /^一级指标$/.test(word)))
    return !above.some((row) => row.some((cell) => squeeze(cell.text) === '一级指标'))
  return (
    words.length >= 2 &&
    isHeaderRow(first) &&
    repeatedHeaderLength(above, below) === 0 &&
    words.some((word) => /^(?:项目|科目|收入|支出|合计)/.test(word))
  )
}

/** How many leading rows of a continuation only repeat the header of the table above. */
function repeatedHeaderLength(above: readonly RawCell[][], below: readonly RawCell[][]): number {
  let length = 0
  for (const row of below.slice(0, 5)) {
    const blank = row.every((cell) => cell.text === '')
    if (blank || above.slice(0, 5).some((header) => isHeaderRow(header) && similarity(header, row) >= 0.6)) length += 1
    else break
  }
  return length
}

/** Share of the words of two rows that they have in common. */
function similarity(a: readonly RawCell[], b: readonly RawCell[]): number {
  const words = (row: readonly RawCell[]) =>
    new Set(row.map((cell) => comparable(cell.text)).filter((text) => text !== ''))
  const [x, y] = [words(a), words(b)]
  if (x.size === 0 || y.size === 0) return 0
  return [...x].filter((word) => y.has(word)).length / Math.max(x.size, y.size)
}
