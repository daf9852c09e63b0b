import { type ListStyle, listNumber } from '../list-number.ts'
import { attributeOf, type HtmlElement, isElement } from './tree.ts'

const TYPES: Readonly<Record<string, ListStyle>> = {
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimal-zero',
  'lower-alpha': 'lower-letter',
  'lower-latin': 'lower-letter',
  'upper-alpha': 'upper-letter',
  'upper-latin': 'upper-letter',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  'cjk-ideographic': 'chinese',
  'simp-chinese-informal': 'chinese',
  'trad-chinese-informal': 'chinese',
  'simp-chinese-formal': 'chinese-formal',
  'cjk-decimal': 'chinese-digits',
  'cjk-heavenly-stem': 'stems',
  'cjk-earthly-branch': 'branches',
}

const STYLE = /list-style(?:-type)?\s*:\s*([\w-]+)/i

/** What browsers put in front of the items of a numbered list ("1.", "一、"), by item; an item of no such list has none. */
export function listMarkers(list: HtmlElement): ReadonlyMap<HtmlElement, string> {
  const markers = new Map<HtmlElement, string>()
  if (list.tagName !== 'ol') return markers
  const items = list.childNodes.filter((node) => isElement(node)).filter(({ tagName }) => tagName === 'li')
  const reversed = attributeOf(list, 'reversed') !== null
  const step = reversed ? -1 : 1
  let number = wholeNumber(attributeOf(list, 'start')) ?? (reversed ? items.length : 1)
  for (const item of items) {
    number = wholeNumber(attributeOf(item, 'value')) ?? number
    const style = styleOf(item) ?? styleOf(list) ?? 'decimal'
    if (style !== 'none') markers.set(item, written(number, TYPES[style] ?? TYPES[style.toLowerCase()] ?? 'decimal'))
    number += step
  }
  return markers
}

function styleOf(element: HtmlElement): string | null {
  return STYLE.exec(attributeOf(element, 'style') ?? '')?.[1] ?? attributeOf(element, 'type')
}

function written(number: number, style: ListStyle): string {
  const chinese = style.startsWith('chinese') || style === 'stems' || style === 'branches'
  return listNumber(number, style) + (chinese ? '、' : '. ')
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null
}
