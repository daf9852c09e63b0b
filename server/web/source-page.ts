import type { Box, LinePlaces } from '../../ingest/domain/place.ts'
import { html, type Markup } from './html.ts'
import { markedText, type ShownLines } from './marked-text.ts'
import { pageLines } from './page-lines.ts'
import { findRaw, type Mark } from './source-marks.ts'

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
  /** Where the lines of a document of pages are printed; null for a text. */
  readonly places: LinePlaces | null
  /** What to mark; null for nothing. */
  readonly cited: (CitedLines | CitedPage) | null
}

interface CitedText {
  readonly raw: string | null
  /** Which of several places of the text is meant, from 1. */
  readonly nth: number | null
}

/** 1-based, inclusive. */
interface CitedLines extends CitedText {
  readonly from: number
  readonly to: number
}

/** A page, or what is printed in a box on it. */
interface CitedPage extends CitedText {
  readonly page: number
  readonly box: Box | null
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
    missing: (count: number) => `引用的行不在文件中；文件共 ${count} 行。`,
    missingPage: (page: number) => `第 ${page} 页没有引用的内容。`,
    page: (page: number) => `第 ${page} 页`,
    text: '原文',
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
    missing: (count: number) => `The cited lines are not in this file; it has ${count} lines.`,
    missingPage: (page: number) => `What is cited is not on page ${page} of this document.`,
    page: (page: number) => `Page ${page}`,
    text: 'Source text',
  },
} as const

type PageWords = (typeof WORDS)[PageLanguage]

/** The source viewer: the document's text line by line, or page by page, the cited lines and the cited text marked. */
export function sourcePage(view: SourceView): string {
  const words = WORDS[view.language]
  const cited = citedLines(view)
  const [first] = cited
  const page = html`<!doctype html>
<html lang="${view.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/source.css">
<script src="/assets/source.js" type="module"></script>
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
<main>
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

function citedNote(
  view: SourceView,
  cited: NonNullable<SourceView['cited']>,
  first: number | undefined,
  words: PageWords,
): Markup {
  const onPage = 'page' in cited
  if (first === undefined) return html`${onPage ? words.missingPage(cited.page) : words.missing(view.lines.length)}`
  return html`<a href="#L${first}">${onPage ? words.citedPage(cited.page) : words.cited(cited.from, cited.to)}</a>`
}

/** The 1-based lines to mark, as far as there are such lines. */
function citedLines({ lines, places, cited }: SourceView): readonly number[] {
  if (cited === null) return []
  if ('page' in cited) {
    const { page, box } = cited
    return (box ? places?.linesInside(page, box) : places?.linesOn(page, 1, lines.length)) ?? []
  }
  const to = Math.min(cited.to, lines.length)
  return Array.from({ length: Math.max(0, to - cited.from + 1) }, (_, at) => cited.from + at)
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
  return places ? pageLines(shown, places, words.page) : numberedLines(shown)
}

function numberedLines({ lines, isCited, marksOf }: ShownLines): readonly Markup[] {
  return lines.map((text, index) => {
    const number = index + 1
    const cited = isCited(number)
    return html`<div class="line${cited ? ' cited' : ''}" id="L${number}"${cited ? html` aria-current="location"` : null}><a class="number" href="#L${number}" tabindex="-1">${number}</a><span class="text" dir="ltr">${markedText(text, marksOf(number))}</span></div>
`
  })
}
