import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, type Markup, visible } from '../web/html.ts'
import type { CheckReport, ReportedFinding, ReportedPlace } from './report.ts'

const asset = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The report as one page that needs nothing else, and whose policy lets no script run. */
export function reportHtml(report: CheckReport): string {
  const style = asset('../web/client/base.css') + asset('assets/report.css')
  const digest = createHash('sha256').update(style).digest('base64')
  return `<!doctype html>
<html lang="${report.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html`${report.title}`.text}</title>
<style>${style}</style>
</head>
${bodyOf(report).text}
</html>
`
}

function bodyOf({ title, summary, sections, suppressed, suppressedTitle }: CheckReport): Markup {
  const letBe =
    suppressed.length === 0 ? [] : [{ severity: 'suppressed', title: suppressedTitle, findings: suppressed }]
  return html`<body>
<header><h1>${title}</h1><p>${summary}</p></header>
<main>
${[...sections, ...letBe].map(
  ({ severity, title: heading, findings }) => html`<section class="${severity}">
<h2>${heading} (${findings.length})</h2>
${findings.map(article)}
</section>
`,
)}</main>
</body>`
}

function article({ id, rule, message, computed, remedy, reason, places }: ReportedFinding): Markup {
  const further = [computed, remedy, reason].filter((words) => words !== '')
  return html`<article id="${id}">
<h3>${visible(message)}</h3>
${further.map((words) => html`<p>${visible(words)}</p>\n`)}<ul>
${places.map(placeItem)}</ul>
<p class="quiet"><code>${rule}</code> · <code>${id}</code></p>
</article>
`
}

function placeItem({ where, raw, around, href }: ReportedPlace): Markup {
  return html`<li><a href="${href}">${visible(where)}</a> <strong>${visible(raw)}</strong> <span class="quiet">${visible(around)}</span></li>
`
}
