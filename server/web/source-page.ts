import type { Table } from '../../ingest/domain/table.ts'
import type { PageHead } from './built-pages.ts'
import { type CitedCell, citedCell } from './cited-cell.ts'
import { findingList } from './finding-list.ts'
import { type FindingMarks, findingMarks } from './finding-marks.ts'
import { html, type Markup } from './html.ts'
import { pageHead } from './page-head.ts'
import { inLanguage } from './page-language.ts'
import { pagePicture } from './page-picture.ts'
import { citedLines, sourceText } from './source-text.ts'
import type { CitedText, SourceView } from './source-view.ts'
import { SOURCE_WORDS, type SourceWords } from './source-words.ts'
import { tableGrid } from './table-grid.ts'
import { tableList } from './table-list.ts'

/** What a view comes to: where it begins, and which table stands beside it. */
interface Looked {
  readonly cited: readonly number[]
  /** The first line that is looked at. */
  readonly first: number | null
  readonly cell: CitedCell | null
  readonly table: Table | null
  readonly marks: FindingMarks
}

/**
 * The source viewer: the document as it is printed, the cited place marked, beside the table that was read of it with the
 * cited cell framed, and what of the document does not agree.
 */
export function sourcePage(view: SourceView, head: PageHead): string {
  const words = SOURCE_WORDS[view.language]
  const looked = look(view, words)
  const { first } = looked
  const page = html`<!doctype html>
<html lang="${view.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<title>${view.title}</title>
${pageHead(head)}
</head>
<body>
${first === null ? null : html`<a class="skip" href="#L${first}">${words.toCited}</a>`}
<header class="source-header">
<nav class="ways"><a href="/">← ${words.home}</a> <a href="/documents">${words.coverage}</a> <a href="${view.inOtherLanguage}" hreflang="${view.language === 'zh' ? 'en' : 'zh-CN'}" lang="${view.language === 'zh' ? 'en' : 'zh-CN'}">${words.other}</a></nav>
<h1><bdi>${view.title}</bdi></h1>
<dl>
${property(words.organization, view.organization)}
${property(words.year, view.fiscalYear === null ? words.unknown : String(view.fiscalYear))}
${property(words.basis, view.basis === null ? words.unknown : words[view.basis])}
${property(words.file, view.file)}
</dl>
${view.cited === null ? null : html`<p class="cited-note" role="status">${citedNote(view, view.cited, looked.cited[0], words)}</p>`}
</header>
<main>
${readPart(view, looked, words)}
<div class="original">
${pagePicture(view, first, words)}
${view.pages === null ? null : html`<h2 class="text-read">${words.textRead}</h2>`}
<div class="lines" role="region" aria-label="${view.pages === null ? words.text : words.textRead}" tabindex="0" lang="zh-CN">
${sourceText(view, looked.cited, words, looked.marks)}
</div>
</div>
</main>
</body>
</html>
`
  return page.text
}

function look(view: SourceView, words: SourceWords): Looked {
  const cited = citedLines(view)
  const cell = citedCell(view.tables, cited, view.cited?.raw ?? '', view.cited?.nth ?? null)
  const table = view.chosen ?? cell?.table ?? null
  const first = cited[0] ?? view.chosen?.source.from ?? null
  return { cited, first, cell, table, marks: findingMarks(view.findings, view.documentId, words) }
}

function readPart(view: SourceView, { table, cell, cited, marks }: Looked, words: SourceWords): Markup {
  const address = `/documents/${encodeURIComponent(view.documentId)}`
  const addressOf = ({ id, source }: Table): string =>
    inLanguage(`${address}?table=${encodeURIComponent(id)}#L${source.from}`, view.language)
  const isHere = table || cited.length > 0
  const download = `/api${address}/tables/${encodeURIComponent(table?.id ?? '')}`
  return html`<div class="read">
${table ? tableGrid({ table, framed: cell?.table === table ? cell.cell : null, places: view.places, marks, download }, words) : null}
${findingList(view.findings, {
  language: view.language,
  words,
  isHere: isHere ? (shown) => marks.standsHere(shown, table?.id ?? null, cited) : null,
})}
${tableList({ tables: view.tables, shown: table, addressOf }, words)}
</div>`
}

function property(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`
}

function citedNote(view: SourceView, cited: CitedText, first: number | undefined, words: SourceWords): Markup {
  if (first === undefined) return html`${missingNote(view, cited, words)}`
  return html`<a href="#L${first}">${siteNote(cited, words)}</a>`
}

function siteNote({ site }: CitedText, words: SourceWords): string {
  if (site.kind === 'cell') return words.citedCell(site.sheet, site.cell)
  if (site.kind === 'paragraph') return words.citedParagraph(site.paragraph)
  return site.kind === 'lines' ? words.cited(site.from, site.to) : words.citedPage(site.page)
}

function missingNote({ lines, places }: SourceView, { site }: CitedText, words: SourceWords): string {
  if (site.kind === 'cell') return words.missingCell(site.sheet, site.cell)
  if (site.kind === 'paragraph') return words.missingParagraph(site.paragraph)
  if (site.kind !== 'lines') return words.missingPage(site.page)
  return places ? words.nothing : words.missing(lines.length)
}
