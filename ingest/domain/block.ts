/**
 * What a reader hands on: the document in reading order as headings, paragraphs and grids of raw cells. Nothing here
 * knows what a budget is.
 */
export type Block = HeadingBlock | ParagraphBlock | GridBlock

/** A piece of a paragraph with the line it stands on; joined, the pieces are the paragraph's text. */
export interface Span {
  readonly text: string
  readonly line: number
}

/** A title of a part of the document. */
export interface HeadingBlock {
  readonly kind: 'heading'
  /** 1 for the outermost; from the mark-up or from the numbering (第一部分, 一、, （一）, 1.). */
  readonly level: number
  readonly text: string
  readonly line: number
}

/** Prose with the wraps of the page undone. */
export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly spans: readonly Span[]
}

/** One cell of a row, not yet understood. */
export interface RawCell {
  /** Trimmed, mark-up removed; "" for an empty cell. */
  readonly text: string
  readonly line: number
  /** Over how many rows and columns a merged cell goes, where the file tells; the fields it covers are empty cells. */
  readonly span?: CellSpan
}

/** 1 and 1 for a cell that is not merged. */
export interface CellSpan {
  readonly rows: number
  readonly columns: number
}

/** Consecutive rows of cells as the file has them; rows need not be of one length. */
export interface GridBlock {
  readonly kind: 'grid'
  readonly rows: readonly (readonly RawCell[])[]
  /** Whether the file tells where each cell stands and how far it goes, so that nothing is left to guess. */
  readonly ruled?: boolean
  /** Whether it stands inside a cell of the grid before it, and is none of that table's pages. */
  readonly nested?: boolean
}

/** The paragraph in one string; offsets into it are turned into lines by {@link lineFinder}. */
export function paragraphText(block: ParagraphBlock): string {
  return block.spans.map((span) => span.text).join('')
}

/**
 * Tells on which 1-based line the character at an offset of a paragraph's text stands. Made once a paragraph, lest a
 * paragraph of thousands of lines and figures be gone through for each of them.
 */
export function lineFinder(spans: readonly Span[]): (offset: number) => number {
  let length = 0
  const ends = spans.map((span) => {
    length += span.text.length
    return length
  })
  return (offset) => {
    let [from, to] = [0, spans.length - 1]
    while (from < to) {
      const middle = (from + to) >> 1
      if (offset < (ends[middle] ?? 0)) to = middle
      else from = middle + 1
    }
    return spans[from]?.line ?? 1
  }
}
