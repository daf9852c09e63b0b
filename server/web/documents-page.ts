import type { PageHead } from './built-pages.ts'
import { html } from './html.ts'
import { pageHead } from './page-head.ts'

/** The page of what is held; everything on it is drawn in the browser. */
export function documentsPage(head: PageHead): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<title>Budget Chat · 文件一览 · Documents</title>
${pageHead(head)}
</head>
<body>
<div id="app"></div>
<noscript><p class="notice">此页需要 JavaScript；也可以用命令行：npm run ingest -- 文件。 This page needs JavaScript; the command line works without: npm run ingest -- FILE.</p></noscript>
</body>
</html>
`.text
}
