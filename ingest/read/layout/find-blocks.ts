import { isNumberedHeading } from '../headings.ts'
import { MOST_COLUMNS } from './columns.ts'
import { type Fragment, type FullWidth, fragmentsOf, isAmount, isNumber } from './fragment.ts'

/** Lines that were set as a table with spaces: those that print something, as fragments. */
export interface LayoutBlock {
  /** Indices of the first line and of the one behind the last. */
  readonly from: number
  readonly to: number
  readonly lines: readonly (readonly Fragment[])[]
}

/** What a line is where tables are set with spaces. */
type Kind =
  /** Two fragments or more: cells side by side. */
  | 'row'
  /** One fragment: a cell alone in its row, or a line of its own. */
  | 'single'
  | 'blank'
  /** A page number, or the first line of a page: what stands below has columns of its own. */
  | 'page'
  /** Prose, titles, captions, rows of other layouts. */
  | 'other'

/** Finds the runs of lines whose cells are parted by spaces. */
export function findLayoutBlocks(lines: readonly string[], wide: FullWidth): LayoutBlock[] {
  const finder = new BlockFinder()
  for (const [index, text] of lines.entries()) finder.take(text, fragmentsOf(text, index + 1, wide))
  return finder.close()
}

/** A table goes on over so many lines of one fragment each, which may be names without amounts or wrapped cells. */
const MOST_SINGLES = 40

class BlockFinder {
  readonly #blocks: LayoutBlock[] = []
  #rows: (readonly Fragment[])[] = []
  /** Lines of one fragment since the last row: they are the table's where it goes on below them. */
  #pending: (readonly Fragment[])[] = []

  take(text: string, fragments: readonly Fragment[]): void {
    if (text.startsWith('\f')) this.#finish()
    const kind = kindOf(text, fragments)
    if (kind === 'blank') return
    if (kind === 'row') {
      this.#rows.push(...this.#pending, fragments)
      this.#pending = []
    } else if (kind === 'single' && this.#pending.length < MOST_SINGLES) this.#pending.push(fragments)
    else this.#finish()
  }

  close(): LayoutBlock[] {
    this.#finish()
    return this.#blocks
  }

  #finish(): void {
    const rows = [...this.#rows, ...this.#tail()]
    if (isTable(rows)) {
      const first = rows[0]?.[0]?.line ?? 1
      const last = rows.at(-1)?.[0]?.line ?? first
      this.#blocks.push({ from: first - 1, to: last, lines: rows })
    }
    this.#rows = []
    this.#pending = []
  }

  /** Lines below the last row that still are of the table: a total without amounts, or the rest of a wrapped cell. */
  #tail(): (readonly Fragment[])[] {
    if (this.#rows.length === 0) return []
    let line = this.#rows.at(-1)?.[0]?.line ?? 0
    const tail: (readonly Fragment[])[] = []
    for (const fragments of this.#pending) {
      const [only] = fragments
      const near = only !== undefined && (only.line <= line + 2 || TOTAL.test(only.text))
      if (!near || !(only.left >= LEAST_INDENT || TOTAL.test(only.text))) break
      tail.push(fragments)
      line = only.line
    }
    return tail
  }
}

const TOTAL = /^(?:合\s*计|总\s*计|总分)$/
/** What is left of a cell stands under it, and not where a paragraph begins. */
const LEAST_INDENT = 6

const OTHER_LAYOUT = /[\t|]|^\s*#{1,6}\s/
const CAPTION = /(?:^|\s)(?:(?:金额)?单\s*位|部门|(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?)\s*[：:]/
const NOTE = /^\s*(?:注|备注|说明|附注)\s*[：:]/
const TITLE =
  /(?:[表]|目\s*录)(?:[（(][^（()）]*[)）])?$|^[（(]?20\d{2}\s*年(?:度)?[)）]?$|^第[一二三四五六七八九十]+(?:部分|章)/
const PAGE_NUMBER = /^[-—–\s]*\d{1,3}[-—–\s]*$/
const LONGEST_SINGLE = 30

function kindOf(text: string, fragments: readonly Fragment[]): Kind {
  const [first, ...others] = fragments
  if (!first) return 'blank'
  if (OTHER_LAYOUT.test(text) || fragments.length > MOST_COLUMNS || CAPTION.test(text) || NOTE.test(text))
    return 'other'
  if (others.length > 0) return /^第[一二三四五六七八九十]+部分/.test(first.text) ? 'other' : 'row'
  if (PAGE_NUMBER.test(first.text) && /[-—–]/.test(first.text)) return 'page'
  return isProse(first) ? 'other' : 'single'
}

/** A line of one fragment that is no cell: long, punctuated like a sentence, a heading where a paragraph begins, a title. */
function isProse({ text, left }: Fragment): boolean {
  if (isNumber(text)) return false
  if (text.length > LONGEST_SINGLE || /[。；，！？]|[：:]$/.test(text) || TITLE.test(text)) return true
  return left < LEAST_INDENT && isNumberedHeading(text) && /(?:说明|情况|概况|职责|设置|名单|构成|解释)$/.test(text)
}

/** A table has a row of three cells, or rows of two of which one is a figure. */
function isTable(rows: readonly (readonly Fragment[])[]): boolean {
  if (rows.filter((row) => row.length > 1).length < 2) return false
  return rows.some((row) => row.length > 2 || (row.length > 1 && row.some(({ text }) => isAmount(text))))
}
