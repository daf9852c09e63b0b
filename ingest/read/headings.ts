/** Numbering of Chinese official documents, outermost first (GB/T 9704: 一、 （一） 1. （1）), and 第…部分 above it. */
const NUMBERING: readonly { readonly level: number; readonly pattern: RegExp }[] = [
  { level: 1, pattern: /^第[一二三四五六七八九十]+(?:部分|章|节)/ },
  { level: 2, pattern: /^[一二三四五六七八九十]+[、.．]/ },
  { level: 3, pattern: /^[（(][一二三四五六七八九十]+[)）]/ },
  { level: 4, pattern: /^\d{1,2}(?:[、．]|\.(?!\d))/ },
]

/** Level of the numbering in front of a line (1 outermost), or null where there is none. */
export function numberingLevel(text: string): number | null {
  return NUMBERING.find(({ pattern }) => pattern.test(text))?.level ?? null
}

/** Level of a heading that carries a mark but no number, such as a table's title: below every numbered one. */
export const UNNUMBERED_HEADING = 6

const LONGEST_HEADING = 60
const FIGURE = /\d[\d,.]*\s*(?:万元|亿元|元|[%％]|人|辆|名|个)/

/** Whether a line reads as a heading: numbered, short, one phrase, no figure in it. */
export function isNumberedHeading(text: string): boolean {
  const numbering = NUMBERING.find(({ pattern }) => pattern.test(text))
  if (!numbering || text.length > LONGEST_HEADING) return false
  // Without its number, lest "1. 人员情况" count one person.
  const body = text.replace(numbering.pattern, '').replace(/[。.．]$/, '')
  if (/[。；;！？：:]/.test(body) || FIGURE.test(body)) return false
  return numbering.level < 3 || !/，/.test(body)
}

/** Level of a line that its file marks as a heading; null where it says more than a heading does. */
export function markedHeadingLevel(text: string): number | null {
  if (text.length > LONGEST_HEADING || /[。；]/.test(text) || FIGURE.test(text)) return null
  return numberingLevel(text) ?? UNNUMBERED_HEADING
}
