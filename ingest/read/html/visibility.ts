import { attributeOf, type HtmlElement } from './tree.ts'

/** Elements whose content is not shown, or is no text: code, forms to fill in, other files. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'xml',
  'select',
  'option',
  'datalist',
  'button',
  'textarea',
  'iframe',
  'frameset',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'canvas',
  'svg',
  'map',
  'rt',
  'rp',
])

/** Whether nothing inside an element is text of the page. */
export function isSilent({ tagName }: HtmlElement): boolean {
  return SILENT.has(tagName)
}

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i

/** Whether an element says of itself that people do not see it. Style sheets are not read. */
export function isHidden(element: HtmlElement): boolean {
  if (attributeOf(element, 'hidden') !== null || element.tagName === 'del') return true
  return HIDDEN_STYLE.test(attributeOf(element, 'style') ?? '')
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'ul',
])

/** Whether an element begins and ends a line. */
export function isBlock({ tagName }: HtmlElement): boolean {
  return BLOCKS.has(tagName) || isHeading(tagName)
}

export function isHeading(tagName: string): boolean {
  return /^h[1-6]$/.test(tagName)
}
