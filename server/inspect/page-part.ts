import type { Box, Place } from '../../ingest/domain/place.ts'
import type { Parse } from '../../ingest/inspect.ts'
import { html, type Markup, visible } from '../web/html.ts'
import type { Marks } from './marks.ts'
import type { ShownLine, ShownPart } from './page-views.ts'
import { lineLabel, rangeWords } from './place-words.ts'
import type { Words } from './words.ts'

/** A page or piece of text with its grids beside it. */
export function partMarkup(
  part: ShownPart,
  parse: Parse,
  marks: Marks,
  words: Words,
  grids: readonly Markup[],
): Markup {
  const { look, lines } = part
  const first = lines[0]?.line ?? 1
  const heading = look ? words.page(look.number) : rangeWords(first, lines.at(-1)?.line ?? first, parse, words)
  const others = look ? lines.filter(({ kind }) => kind !== 'cell') : []
  return html`<section class="part${grids.length === 0 ? ' prose-only' : ''}" id="${look ? `p${look.number}` : `l${first}`}">
<h2>${heading}</h2>
<div class="pair">
${look ? picture(part, parse, marks, words) : html`<div class="source">${lineList(lines, parse, marks)}</div>`}
<div class="read">
${grids}
${look && lines.length === 0 ? html`<p class="quiet">${words.nothingRead}</p>` : null}
${others.length > 0 ? html`<details${grids.length === 0 ? html` open` : null}><summary>${words.otherLines} (${others.length})</summary>${lineList(others, parse, marks)}</details>` : null}
</div>
</div>
</section>
`
}

function lineList(lines: readonly ShownLine[], parse: Parse, marks: Marks): Markup {
  return html`<ol class="lines" lang="zh-CN">
${lines.map(
  ({ line, text, kind }) =>
    html`<li id="l-${line}" class="${kind}${marks.lines.has(line) ? ' doubt' : ''}" data-line="${line}"><span class="at">${lineLabel(line, parse)}</span>${visible(text)}</li>
`,
)}</ol>`
}

/** The picture of a page with a frame around each line that was read. */
function picture({ look, lines }: ShownPart, { places }: Parse, marks: Marks, words: Words): Markup {
  if (!look) return html``
  const { width, height, number } = look
  const image = look.picture
    ? html`<img src="data:image/png;base64,${Buffer.from(look.picture.png).toString('base64')}" width="${look.picture.width}" height="${look.picture.height}" alt="${words.page(number)}">`
    : html`<p class="quiet">${words.notDrawn}</p>`
  return html`<figure class="picture">
${image}
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
${lines.map(({ line, kind }) => frame(boxOf(places?.[line - 1]), line, marks.lines.has(line) ? `${kind} doubt` : kind))}
${look.unmapped.map((box) => frame(box, null, 'doubt'))}</svg>
</figure>`
}

function boxOf(place: Place | undefined): Box | null {
  return place?.kind === 'page' ? place.box : null
}

function frame(box: Box | null, line: number | null, look: string): Markup {
  if (!box) return html``
  const [left, top, right, bottom] = box
  const at = line === null ? null : html` data-line="${line}"`
  const [x, y] = [tenths(left - ROOM), tenths(top - ROOM)]
  return html`<rect class="${look}"${at} x="${x}" y="${y}" width="${tenths(right + ROOM - x)}" height="${tenths(bottom + ROOM - y)}"/>
`
}

/** Points between a text and its frame, so that the frame crosses no letter. */
const ROOM = 1.2

function tenths(points: number): number {
  return Math.round(Math.max(0, points) * 10) / 10
}
