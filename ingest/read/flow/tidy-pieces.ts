import type { FlowPiece } from './flow.ts'

/** White space that fonts and editors put in place of a plain space. */
const SPACES = /[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g
/** What takes no room, and would part the digits of a figure. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
/** Most cells are one word. */
const UNTIDY = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/
/** Chinese needs no space where the source file breaks its lines. */
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/

/** The longest gap kept: longer ones say no more than that something is set apart. */
const GAP = '  '

/**
 * The pieces of a line with their white space put in order: none at the ends, gaps of two spaces at most, and none where
 * the line breaks ("\n") of its file part Chinese characters. Pieces that say nothing are left out.
 */
export function tidyPieces(pieces: readonly FlowPiece[]): FlowPiece[] {
  const [only, ...others] = pieces
  if (only && others.length === 0 && !UNTIDY.test(only.text)) return only.text === '' ? [] : [only]
  const tidy: FlowPiece[] = []
  let [before, gap] = ['', '']
  for (const { text, place } of pieces) {
    let kept = ''
    for (const [word = '', space = ''] of text.replace(INVISIBLE, '').matchAll(/[^\s]+|(\s+)/g)) {
      if (space !== '') gap += space
      else {
        kept += (before === '' ? '' : spaceBetween(before, gap, word)) + word
        before = word
        gap = ''
      }
    }
    if (kept !== '') tidy.push({ text: kept, place })
  }
  return tidy
}

function spaceBetween(before: string, gap: string, after: string): string {
  if (gap === '') return ''
  const plain = gap.replace(SPACES, (run) => (run.length > 1 ? GAP : ' '))
  if (!plain.includes('\n')) return plain
  return CHINESE.test(before.slice(-1)) || CHINESE.test(after[0] ?? '') ? '' : ' '
}
