import type { Contents } from './contents.ts'
import { attributeOf, type HtmlElement } from './tree.ts'

const FRAME = new Set(['nav', 'footer', 'aside', 'header'])
const FRAME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search'])
/** Headers and footers of printed pages, in what Word saves as a page of the web. */
const PRINTED_FRAME = /mso-element\s*:\s*(?:header|footer)/i
const LISTS = new Set(['ul', 'ol', 'dl', 'div', 'p', 'td', 'dir', 'menu', 'section'])
const FEWEST_LINKS = 4
const MOSTLY = 0.85

/**
 * Whether an element is what a web site puts around its pages, marked as such, or is hardly anything but links to other
 * pages. What prints a figure never is, nor what holds the only title.
 */
export function isPageFrame(element: HtmlElement, { letters, linked, links, figures, titled }: Contents): boolean {
  if (figures || titled) return false
  if (FRAME.has(element.tagName) || FRAME_ROLES.has(attributeOf(element, 'role') ?? '')) return true
  if (PRINTED_FRAME.test(attributeOf(element, 'style') ?? '')) return true
  return LISTS.has(element.tagName) && links >= FEWEST_LINKS && linked >= MOSTLY * letters
}
