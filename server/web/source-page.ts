import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import type { Site } from '../../ingest/domain/place.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { PageHead } from './built-pages.ts'
import { citedCell } from './cited-cell.ts'
import { html, type Markup } from './html.ts'
import { numberedLines } from './numbered-lines.ts'
import { pageHead } from './page-head.ts'
import { pageLines } from './page-lines.ts'
import { sheetLines } from './sheet-lines.ts'
import { findRaw, type Mark } from './source-marks.ts'
import { tableGrid } from './table-grid.ts'

export type PageLanguage = 'zh' | 'en'

/** What the source viewer shows of a document. */
export interface SourceView {
  readonly language: PageLanguage
  readonly title: string
  readonly organization: string
  readonly fiscalYear: number | null
  readonly basis: 'budget' | 'final_accounts' | null
  readonly file: string
  readonly lines: readonly string[]
  /** Where the lines are printed; null for a text, whose lines are those of the file. */
  readonly places: LinePlaces | null
  readonly tables: readonly Table[]
  /** What to mark; null for nothing. */
  readonly cited: CitedText | null
}

interface CitedText {
  /** A page without a box is cited whole. */
  readonly site: Site | { readonly kind: 'whole-page'; readonly page: number }
  readonly raw: string | null
  /** Which of several places of the text is meant, from 1. */
  readonly nth: number | null
}

const WORDS = {
  zh: {
    budget: '预算',
    final_accounts: '决算',
    home: '返回提问',
    organization: '单位',
    year: '年度',
    basis: '类型',
    file: '文件',
    unknown: '未注明',
    toCited: '跳到引用处',
    cited: (from: number, to: number) => (from === to ? `引用第 ${from} 行` : `引用第 ${from}–${to} 行`),
    citedPage: (page: number) => `引用第 ${page} 页`,
    citedCell: (sheet: string, cell: string) => `引用工作表“${sheet}”单元格 ${cell}`,
    citedParagraph: (paragraph: number) => `引用第 ${paragraph} 段`,
    missing: (count: number) => `引用的行不在文件中；文件共 ${count} 行。`,
    missingPage: (page: number) => `第 ${page} 页没有引用的内容。`,
    missingCell: (sheet: string, cell: string) => `工作表“${sheet}”单元格 ${cell} 没有引用的内容。`,
    missingParagraph: (paragraph: number) => `第 ${paragraph} 段没有引用的内容。`,
    nothing: '引用的内容不在文件中。',
    page: (page: number) => `第 ${page} 页`,
    sheet: (sheet: string) => `工作表“${sheet}”`,
    text: '原文',
    grid: {
      asRead: '我们读到的表格',
      framed: '引用的数',
      row: '行',
      column: '列',
      unit: '单位',
      none: '未注明',
      someRows: (from: number, to: number, of: number) => `只列出第 ${from}–${to} 行，共 ${of} 行。`,
    },
  },
  en: {
    budget: 'Budget',
    final_accounts: 'Final accounts',
    home: 'Ask a question',
    organization: 'Organisation',
    year: 'Year',
    basis: 'Basis',
    file: 'File',
    unknown: 'not stated',
    toCited: 'Go to the cited lines',
    cited: (from: number, to: number) => (from === to ? `Cited: line ${from}` : `Cited: lines ${from} to ${to}`),
    citedPage: (page: number) => `Cited: page ${page}`,
    citedCell: (sheet: string, cell: string) => `Cited: sheet “${sheet}”, cell ${cell}`,
    citedParagraph: (paragraph: number) => `Cited: paragraph ${paragraph}`,
    missing: (count: number) => `The cited lines are not in this file; it has ${count} lines.`,
    missingPage: (page: number) => `What is cited is not on page ${page} of this document.`,
    missingCell: (sheet: string, cell: string) =>
      `Nothing is read in cell ${cell} of a sheet “${sheet}” of this document.`,
    missingParagraph: (paragraph: number) => `What is cited is not in paragraph ${paragraph} of this document.`,
    nothing: 'What is cited is not in this file.',
    page: (page: number) => `Page ${page}`,
    sheet: (sheet: string) => `Sheet “${sheet}”`,
    text: 'Source text',
    grid: {
      asRead: 'The table as we read it',
      framed: 'Cited',
      row: 'Row',
      column: 'Column',
      unit: 'Unit',
      none: 'not stated',
      someRows: (from: number, to: number, of: number) => `Rows ${from} to ${to} of ${of} are shown.`,
    },
  },
} as const

type PageWords = (typeof WORDS)[PageLanguage]

/** The source viewer: the document's text line by line, or page by page, the cited lines and the cited text marked. */
export function sourcePage(view: SourceView, head: PageHead): string {
  const words = WORDS[view.language]
  const cited = citedLines(view)
  const [first] = cited
  const cell = citedCell(view.tables, cited, view.cited?.raw ?? '', view.cited?.nth ?? null)
  const page = html`<!doctype html>
<html lang="${view.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<title>${view.title}</title>
${pageHead(head)}
</head>
<body>
${first === undefined ? null : html`<a class="skip" href="#L${first}">${words.toCited}</a>`}
<header class="source-header">
<p class="home"><a href="/">← ${words.home}</a></p>
<h1><bdi>${view.title}</bdi></h1>
<dl>
${property(words.organization, view.organization)}
${property(words.year, view.fiscalYear === null ? words.unknown : String(view.fiscalYear))}
${property(words.basis, view.basis === null ? words.unknown : words[view.basis])}
${property(words.file, view.file)}
</dl>
${view.cited === null ? null : html`<p class="cited-note" role="status">${citedNote(view, view.cited, first, words)}</p>`}
</header>
<main${cell ? html` class="with-grid"` : null}>
${cell ? tableGrid(cell, words.grid) : null}
<div class="lines" role="region" aria-label="${words.text}" tabindex="0" lang="zh-CN">
${shownLines(view, cited, words)}
</div>
</main>
</body>
</html>
`
  return page.text
}

function property(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`
}

function citedNote(view: SourceView, cited: CitedText, first: number | undefined, words: PageWords): Markup {
  if (first === undefined) return html`${missingNote(view, cited, words)}`
  return html`<a href="#L${first}">${siteNote(cited, words)}</a>`
}

function siteNote({ site }: CitedText, words: PageWords): string {
  if (site.kind === 'cell') return words.citedCell(site.sheet, site.cell)
  if (site.kind === 'paragraph') return words.citedParagraph(site.paragraph)
  return site.kind === 'lines' ? words.cited(site.from, site.to) : words.citedPage(site.page)
}

function missingNote({ lines, places }: SourceView, { site }: CitedText, words: PageWords): string {
  if (site.kind === 'cell') return words.missingCell(site.sheet, site.cell)
  if (site.kind === 'paragraph') return words.missingParagraph(site.paragraph)
  if (site.kind !== 'lines') return words.missingPage(site.page)
  return places ? words.nothing : words.missing(lines.length)
}

/** The 1-based lines to mark, as far as there are such lines. */
function citedLines({ lines, places, cited }: SourceView): readonly number[] {
  if (cited === null) return []
  const { site } = cited
  if (site.kind === 'whole-page') return places?.linesOnPage(site.page) ?? []
  if (places) return places.linesAt(site)
  if (site.kind !== 'lines') return []
  const to = Math.min(site.to, lines.length)
  return Array.from({ length: Math.max(0, to - site.from + 1) }, (_, at) => site.from + at)
}

function shownLines(view: SourceView, cited: readonly number[], words: PageWords): readonly Markup[] {
  const { lines, places } = view
  const raw = view.cited?.raw ?? ''
  const found = findRaw(
    cited.map((line) => lines[line - 1] ?? ''),
    raw,
    view.cited?.nth ?? null,
  )
  const marksOf = (line: number): readonly Mark[] => found.filter((mark) => cited[mark.line] === line)
  const marked = new Set(cited)
  const shown = { lines, isCited: (line: number) => marked.has(line), marksOf }
  const first = places?.at(1)?.kind
  if (places && first === 'page') return pageLines(shown, places, words.page)
  if (places && first === 'cell') return sheetLines(shown, places, words.sheet)
  return numberedLines(shown, places)
}
