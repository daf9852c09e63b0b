import type { Block, Span } from '../domain/block.ts'
import { isNumberedHeading, numberingLevel } from './headings.ts'
import { joint } from './wrapped-lines.ts'

/** Dots that lead to a page number, or the number alone at the end of the line. */
const LEADERS = /[.…·．]{4,}|…{2,}| {2}\d{1,3}$/

/** Whether a line is an entry of a table of contents. */
export function hasLeaders(text: string): boolean {
  return LEADERS.test(text)
}

/** The lines of one paragraph as a block: a line of its own that reads as a heading is one. None for no lines. */
export function proseBlock(lines: readonly Span[]): Block[] {
  const [first, ...others] = lines
  if (!first) return []
  if (others.length === 0 && isNumberedHeading(first.text) && !hasLeaders(first.text) && !first.text.endsWith('。')) {
    return [{ kind: 'heading', level: numberingLevel(first.text) ?? 1, text: first.text, line: first.line }]
  }
  const spans: Span[] = []
  for (const { text, line } of lines) spans.push({ text: joint(spans.at(-1)?.text) + text, line })
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
