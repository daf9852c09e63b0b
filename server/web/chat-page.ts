import type { PageHead } from './built-pages.ts'
import { html } from './html.ts'
import { pageHead } from './page-head.ts'

/** The page that asks; everything on it is drawn in the browser. */
export function chatPage(head: PageHead): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<title>Budget Chat</title>
${pageHead(head)}
</head>
<body>
<div id="app"></div>
<noscript><p class="notice">此页需要 JavaScript；也可以用命令行提问：npm run -s ask -- "问题"。 This page needs JavaScript; the command line works without: npm run -s ask -- "QUESTION".</p></noscript>
</body>
</html>
`.text
}
