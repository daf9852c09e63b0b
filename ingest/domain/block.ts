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
}

/** Consecutive rows of cells as the file has them; rows need not be of one length. */
export interface GridBlock {
  readonly kind: 'grid'
  readonly rows: readonly (readonly RawCell[])[]
}

/** The paragraph in one string; offsets into it are turned into lines by {@link lineAt}. */
export function paragraphText(block: ParagraphBlock): string {
  return block.spans.map((span) => span.text).join('')
}

/** The 1-based line on which the character at `offset` of the paragraph's text stands. */
export function lineAt(spans: readonly Span[], offset: number): number {
  let passed = 0
  for (const span of spans) {
    passed += span.text.length
    if (offset < passed) return span.line
  }
  return spans.at(-1)?.line ?? 1
}
