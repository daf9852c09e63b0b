import { html, type Markup, visible } from './html.ts'
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
  /** 1-based, inclusive lines to mark; null for none. */
  readonly cited: {
    readonly from: number
    readonly to: number
    readonly raw: string | null
    readonly nth: number | null
  } | null
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
    missing: (count: number) => `引用的行不在文件中；文件共 ${count} 行。`,
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
    missing: (count: number) => `The cited lines are not in this file; it has ${count} lines.`,
    text: 'Source text',
  },
} as const

/** The source viewer: the document's text line by line, the cited lines and the cited text marked. */
export function sourcePage(view: SourceView): string {
  const words = WORDS[view.language]
  const { cited } = view
  const held = cited !== null && cited.from <= view.lines.length
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
${held ? html`<a class="skip" href="#L${cited.from}">${words.toCited}</a>` : null}
<header class="source-header">
<p class="home"><a href="/">← ${words.home}</a></p>
<h1><bdi>${view.title}</bdi></h1>
<dl>
${property(words.organization, view.organization)}
${property(words.year, view.fiscalYear === null ? words.unknown : String(view.fiscalYear))}
${property(words.basis, view.basis === null ? words.unknown : words[view.basis])}
${property(words.file, view.file)}
</dl>
${cited === null ? null : html`<p class="cited-note" role="status">${held ? html`<a href="#L${cited.from}">${words.cited(cited.from, cited.to)}</a>` : words.missing(view.lines.length)}</p>`}
</header>
<main>
<div class="lines" role="region" aria-label="${words.text}" tabindex="0" lang="zh-CN">
${sourceLines(view)}
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

function sourceLines({ lines, cited }: SourceView): readonly Markup[] {
  const from = cited?.from ?? 0
  const to = cited?.to ?? -1
  const marks = cited?.raw == null ? [] : findRaw(lines.slice(from - 1, to), cited.raw, cited.nth)
  return lines.map((text, index) => {
    const number = index + 1
    const isCited = number >= from && number <= to
    const content = markedText(
      text,
      marks.filter(({ line }) => from + line === number),
    )
    return html`<div class="line${isCited ? ' cited' : ''}" id="L${number}"${isCited ? html` aria-current="location"` : null}><a class="number" href="#L${number}" tabindex="-1">${number}</a><span class="text" dir="ltr">${content}</span></div>
`
  })
}

function markedText(text: string, marks: readonly Mark[]): Markup {
  const parts: Markup[] = []
  let at = 0
  for (const { from, to } of marks) {
    parts.push(visible(text.slice(at, from)), html`<mark>${visible(text.slice(from, to))}</mark>`)
    at = to
  }
  parts.push(visible(text.slice(at)))
  return html`${parts}`
}
