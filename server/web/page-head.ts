import type { PageHead } from './built-pages.ts'
import { html, type Markup } from './html.ts'

/** What stands in the head of every page. */
export function pageHead({ script, styles }: PageHead): Markup {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${styles.map((style) => html`<link rel="stylesheet" href="/${style}">`)}
<script src="/${script}" type="module"></script>`
}
