import type { Recognised } from './recogniser.ts'

const HAN = /\p{Script=Han}/u
/** Signs of Latin type that a reader of pictures writes for the Chinese ones beside a Chinese character. */
const CHINESE: Readonly<Record<string, string>> = { ':': '：', ';': '；', ',': '，', '(': '（', ')': '）' }
/** What an opening bracket is taken for. */
const OPENING = /[〈《[{【]/
const ORDINAL = /^[一二三四五六七八九十]{1,3}$/

/**
 * Characters with their signs as Chinese prints them: brackets that match, Chinese colons and commas beside Chinese
 * characters, and the sign behind an ordinal at the beginning (一、).
 */
export function withChineseSigns(characters: readonly Recognised[]): Recognised[] {
  const texts = characters.map(({ text }) => text)
  const isHan = (at: number) => HAN.test(texts[at] ?? '')
  for (const [at, text] of texts.entries()) {
    if (OPENING.test(text) && closes(texts, at)) texts[at] = '（'
    else if (CHINESE[text] !== undefined && (isHan(at - 1) || (isHan(at + 1) && text !== ',')))
      texts[at] = CHINESE[text]
  }
  matchBrackets(texts)
  const sign = texts.findIndex((text) => /^[。.,，·]$/.test(text))
  if (sign > 0 && isHan(sign + 1) && ORDINAL.test(texts.slice(0, sign).join(''))) texts[sign] = '、'
  return characters.map((character, at) => ({ ...character, text: texts[at] ?? '' }))
}

/** Whether the next bracket is a round one that closes. */
function closes(texts: readonly string[], at: number): boolean {
  const next = texts.slice(at + 1).find((text) => /[()（）〈〉《》[\]{}【】]/.test(text))
  return next === ')' || next === '）'
}

/** Brackets of one pair are both Chinese, or neither is. */
function matchBrackets(texts: string[]): void {
  const open: number[] = []
  for (const [at, text] of texts.entries()) {
    if (/[(（]/.test(text)) open.push(at)
    else if (/[)）]/.test(text)) {
      const from = open.pop()
      if (from === undefined || (texts[from] !== '（' && text !== '）')) continue
      texts[from] = '（'
      texts[at] = '）'
    }
  }
}
