import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import type { PagePlace } from '../../ingest/domain/place.ts'
import { html, type Markup } from './html.ts'
import { markedText, type ShownLines } from './marked-text.ts'

/** The text of a document of pages, each page under its number; cells that are printed side by side are shown so. */
export function pageLines(
  { lines, isCited, marksOf, noteOf }: ShownLines,
  places: LinePlaces,
  pageName: (page: number) => string,
): readonly Markup[] {
  const cell = (line: number): Markup => {
    const cited = isCited(line)
    return html`<span class="cell${cited ? ' cited' : ''}" id="L${line}" dir="ltr"${cited ? html` aria-current="location"` : null}>${markedText(lines[line - 1] ?? '', marksOf(line))}${noteOf(line)}</span>`
  }
  let page = 0
  return rowsOf(places).map(({ place, lines: row }) => {
    const opens = place.page !== page
    page = place.page
    return html`${opens ? html`<h2 class="page" id="P${page}">${pageName(page)}</h2>` : null}<div class="row">${row.map(cell)}</div>
`
  })
}

interface ShownRow {
  /** Of its last line. */
  place: PagePlace
  readonly lines: number[]
}

function rowsOf(places: LinePlaces): ShownRow[] {
  const rows: ShownRow[] = []
  for (let line = 1; line <= places.length; line += 1) {
    const place = places.at(line)
    if (place?.kind !== 'page') continue
    const row = rows.at(-1)
    if (row && standsBeside(row.place, place)) {
      row.lines.push(line)
      row.place = place
    } else rows.push({ place, lines: [line] })
  }
  return rows
}

/** Whether a line begins right of another at about the same height. */
function standsBeside(left: PagePlace, right: PagePlace): boolean {
  if (left.page !== right.page || right.box[0] < left.box[2] - 1) return false
  const [top, bottom] = [Math.max(left.box[1], right.box[1]), Math.min(left.box[3], right.box[3])]
  const lower = Math.min(left.box[3] - left.box[1], right.box[3] - right.box[1])
  return bottom - top >= lower / 2
}
