import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import { html, type Markup } from './html.ts'
import { markedText, type ShownLines } from './marked-text.ts'

/** The lines of a text, or the paragraphs or lines that a reader wrote down of a file, under the numbers they are cited by. */
export function numberedLines(
  { lines, isCited, marksOf, noteOf }: ShownLines,
  places: LinePlaces | null,
): readonly Markup[] {
  return lines.map((text, index) => {
    const line = index + 1
    const cited = isCited(line)
    return html`<div class="line${cited ? ' cited' : ''}" id="L${line}"${cited ? html` aria-current="location"` : null}><a class="number" href="#L${line}" tabindex="-1">${numberOf(line, places)}</a><span class="text" dir="ltr">${markedText(text, marksOf(line))}${noteOf(line)}</span></div>
`
  })
}

function numberOf(line: number, places: LinePlaces | null): number {
  const place = places?.at(line)
  if (place?.kind === 'paragraph') return place.paragraph
  return place?.kind === 'line' ? place.line : line
}
