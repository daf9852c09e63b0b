import { html, type Markup, visible } from './html.ts'
import type { Mark } from './source-marks.ts'

/** The lines of a document, counted from 1, and what of them is marked. */
export interface ShownLines {
  readonly lines: readonly string[]
  readonly isCited: (line: number) => boolean
  readonly marksOf: (line: number) => readonly Mark[]
  /** What stands behind a line that something was found about. */
  readonly noteOf: (line: number) => Markup | null
}

/** A line with the pieces of it that are marked. */
export function markedText(text: string, marks: readonly Mark[]): Markup {
  const parts: Markup[] = []
  let at = 0
  for (const { from, to } of marks) {
    parts.push(visible(text.slice(at, from)), html`<mark>${visible(text.slice(from, to))}</mark>`)
    at = to
  }
  parts.push(visible(text.slice(at)))
  return html`${parts}`
}
