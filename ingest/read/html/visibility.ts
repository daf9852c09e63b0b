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

const GONE = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i
const UNSEEN = /(?:^|;)\s*visibility\s*:\s*hidden/i

/** Whether an element says of itself that it takes no room on the page. Style sheets are not read. */
export function isGone(element: HtmlElement): boolean {
  if (element.attrs.length === 0) return false
  return attributeOf(element, 'hidden') !== null || GONE.test(attributeOf(element, 'style') ?? '')
}

/** Whether an element says of itself that people do not see it, or that it was taken back. */
export function isHidden(element: HtmlElement): boolean {
  if (element.tagName === 'del') return true
  return element.attrs.length > 0 && (isGone(element) || UNSEEN.test(attributeOf(element, 'style') ?? ''))
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
