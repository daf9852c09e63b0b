import type { Block, Span } from '../domain/block.ts'
import { isNumberedHeading, numberingLevel } from './headings.ts'
import { joint } from './wrapped-lines.ts'

/** Dots that lead to a page number, or the number alone at the end of the line. */
const LEADERS = /[.…·．]{4,}|…{2,}| {2}\d{1,3}$/

/** Whether a line is an entry of a table of contents. */
export function hasLeaders(text: string): boolean {
  return LEADERS.test(text)
}

/** A number alone between paragraphs is a page number; budget figures never stand alone without decimals or a unit. */
export function isPageNumber(text: string): boolean {
  return /^[-—\s]*\d{1,3}[-—\s]*$/.test(text)
}

/** Level of a line of its own that reads as a heading by its number; null where it reads as prose. */
export function numberedHeadingLevel(text: string): number | null {
  return isNumberedHeading(text) && !hasLeaders(text) && !text.endsWith('。') ? numberingLevel(text) : null
}

/** The lines of one paragraph as a block: a line of its own that reads as a heading is one. None for no lines. */
export function proseBlock(lines: readonly Span[]): Block[] {
  const [first, ...others] = lines
  if (!first) return []
  const level = others.length === 0 ? numberedHeadingLevel(first.text) : null
  if (level !== null) return [{ kind: 'heading', level, text: first.text, line: first.line }]
  const spans: Span[] = []
  for (const { text, line } of lines) spans.push({ text: joint(spans) + text, line })
  return [{ kind: 'paragraph', spans }]
}

/**
 * Headings that nothing stands under are items of a list: as paragraphs they can be found and quoted. Of `blocks` in
 * reading order.
 */
export function withoutEmptyHeadings(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1]
    const empty = block.kind === 'heading' && (!next || (next.kind === 'heading' && next.level <= block.level))
    return empty ? { kind: 'paragraph', spans: [{ text: block.text, line: block.line }] } : block
  })
}
