import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Warning } from '../../ingest/domain/document.ts'
import { pageOf } from '../../ingest/domain/place.ts'
import { warningText } from '../../ingest/domain/warning.ts'
import type { Inspection } from '../../ingest/inspect.ts'
import { html, type Markup, visible } from '../web/html.ts'
import { doubtList } from './doubt-list.ts'
import { gridOf, type Tally } from './grid.ts'
import { marksOf } from './marks.ts'
import { partMarkup } from './page-part.ts'
import { shownParts } from './page-views.ts'
import { type PageLanguage, WORDS, type Words } from './words.ts'

const asset = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/**
 * One page that needs nothing else: what was read of a document beside the document itself. Its policy lets no script
 * run but its own, whatever the document says.
 */
export function inspectionPage(inspection: Inspection, language: PageLanguage): string {
  const style = asset('../web/client/base.css') + asset('assets/inspect.css')
  const script = asset('assets/inspect.js')
  const policy = `default-src 'none'; img-src data:; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`
  const { head, body } = markup(inspection, language)
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head.text}
<style>${style}</style>
</head>
${body.text}
<script>${script}</script>
</html>
`
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function markup(inspection: Inspection, language: PageLanguage): { readonly head: Markup; readonly body: Markup } {
  const { file, parse, doubts } = inspection
  const words = WORDS[language]
  const marks = marksOf(inspection)
  const tallies = new Map(parse.tables.map(({ id }) => [id, tallyOf(id, inspection)]))
  const parts = shownParts(inspection).map((part) => {
    const grids = part.grids.map((grid) => gridOf(grid, tallies.get(grid.table.id) ?? NONE, marks, words))
    return partMarkup(part, parse, marks, words, grids)
  })
  const body = html`<body>
<a class="skip" href="#tables">${words.skip}</a>
<header>
<p class="quiet">${words.title}</p>
<h1><bdi lang="zh-CN">${visible(file)}</bdi></h1>
<p lang="zh-CN">${visible(parse.identity.title)}</p>
${counts(inspection, words)}
</header>
<main>
<section aria-labelledby="doubts"><h2 id="doubts">${words.doubts} (${doubts.length})</h2>
${doubtList(inspection, words)}
</section>
${leftOut(parse.warnings, words, language)}<section aria-labelledby="tables"><h2 id="tables">${words.tables}</h2>
${tableList(inspection, tallies, words)}
<p class="quiet">${words.hint}</p>
</section>
${parts}</main>
<output id="status" aria-live="polite"></output>
</body>`
  return { head: html`<title>${words.title}: ${file}</title>`, body }
}

/** What the reader could not read, or was not to. */
function leftOut(warnings: readonly Warning[], words: Words, language: PageLanguage): Markup | null {
  if (warnings.length === 0) return null
  return html`<section aria-labelledby="left-out"><h2 id="left-out">${words.leftOut} (${warnings.length})</h2>
<ul>${warnings.map(
    ({
      sheet,
      cell,
      ...told
    }) => html`<li>${sheet === undefined ? null : html`<bdi lang="zh-CN">${visible(words.cellsOf(sheet, cell ?? ''))}</bdi>: `}${visible(warningText(told, language))}</li>
`,
  )}</ul>
</section>
`
}

const NONE: Tally = { facts: 0, held: 0, tried: 0 }

function tallyOf(id: string, { parse, sums }: Inspection): Tally {
  const own = sums.filter(({ table }) => table === id)
  return {
    facts: parse.facts.filter(({ tableId }) => tableId === id).length,
    held: own.filter(({ holds }) => holds).length,
    tried: own.length,
  }
}

function counts({ parse, pages, sums, doubts }: Inspection, words: Words): Markup {
  const held = sums.filter(({ holds }) => holds).length
  const cells = parse.tables.reduce((sum, table) => sum + table.cells.length, 0)
  const figures: readonly (readonly [string, string | number])[] = [
    ...(pages ? [[words.pages, pages.length] as const] : []),
    [words.lines, parse.lines.length],
    [words.tables, parse.tables.length],
    [words.cells, cells],
    [words.facts, parse.facts.length],
    [words.sums, words.heldOf(held, sums.length)],
    [words.doubts, doubts.length],
  ]
  return html`<dl class="counts">${figures.map(([name, count]) => html`<div><dt>${name}</dt><dd>${count}</dd></div>`)}</dl>`
}

function tableList({ parse, doubts }: Inspection, tallies: ReadonlyMap<string, Tally>, words: Words): Markup {
  const heads = [words.number, words.name, words.role, words.unit, words.size, words.facts, words.sums, words.doubts]
  const rows = parse.tables.map((table, index) => {
    const { facts, held, tried } = tallies.get(table.id) ?? NONE
    const doubtful = doubts.filter((doubt) => doubt.table === table.id).length
    const page = pageOf(parse.places?.[table.source.from - 1])
    return html`<tr><td lang="zh-CN">${table.number ?? words.none}</td><td><a href="#t${index + 1}" lang="zh-CN">${index + 1}. ${visible(table.title || words.untitled)}</a>${page === null ? null : html` <span class="quiet">${words.page(page)}</span>`}</td><td>${words.roles[table.role]}</td><td lang="zh-CN">${table.unit ?? words.none}</td><td class="number">${table.rows.length} × ${table.columns.length}</td><td class="number">${facts}</td><td class="number ${tried === 0 ? 'quiet' : held === tried ? 'good' : 'bad'}">${words.heldOf(held, tried)}</td><td class="number${doubtful > 0 ? ' bad' : ''}">${doubtful}</td></tr>
`
  })
  return html`<div class="scroll"><table class="summary"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows}</tbody></table></div>`
}
