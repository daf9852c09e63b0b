import type { Span } from '../domain/block.ts'
import { numberingLevel } from './headings.ts'

const WRAP_WIDTH = 20
const SENTENCE_END = /[。：:！？!?]$/
const CLAUSE_END = /[；;]$/
/** What titles and headings end with: the next line is not their continuation. */
const TITLE_END = /(?:表|说明|情况|公开|概况|目\s*录)$/
/** "项目名称：" opens a line of its own; "其中：" and "原因是：" go on with a sentence. */
const LABEL = /^(?!其中|主要|原因|具体)[^\s，。：:、（(]{2,12}(?<![是为中下])[：:]/

/** Whether most prose lines stop at one width in the middle of a sentence, as text taken from a PDF does. */
export function isHardWrapped(lines: readonly string[]): boolean {
  const prose = lines.map((line) => line.trim()).filter((line) => line.length >= WRAP_WIDTH && !/[\t|]/.test(line))
  const open = prose.filter((line) => line.length <= 45 && !/[。；;：:！？!?，,、]$/.test(line))
  return prose.length >= 10 && open.length * 2 > prose.length
}

/** Whether a line goes on with the paragraph before it. */
export function continues(prose: readonly Span[], text: string, blanks: number, hardWrapped: boolean): boolean {
  const last = prose.at(-1)
  if (!last) return false
  if (SENTENCE_END.test(last.text)) return blanks === 0 && !startsAnew(text) && !/[：:]$/.test(last.text)
  if (CLAUSE_END.test(last.text) && !hardWrapped) return false
  // A line that was full when its page was set was cut there, whatever it ends with.
  const full = hardWrapped && last.text.trim().length >= WRAP_WIDTH
  if (numberingLevel(text) !== null || (LABEL.test(text) && !full)) return false
  if (blanks === 0 || full) return true
  return !TITLE_END.test(last.text) && isOpenSentence(prose)
}

/** What stands above a blank line is a sentence cut in two where it is long or has clauses, else a line of its own. */
function isOpenSentence(prose: readonly Span[]): boolean {
  let length = 0
  for (const { text } of prose) {
    length += text.length
    if (length >= WRAP_WIDTH || /[，、；]/.test(text)) return true
  }
  return false
}

/** An item of a numbered list ("1.…支出(类)…") that fills its line goes on in the next; it is no heading. */
export function isWrappedItem(text: string): boolean {
  return numberingLevel(text) === 4 && text.length >= WRAP_WIDTH
}

function startsAnew(text: string): boolean {
  return numberingLevel(text) !== null || LABEL.test(text)
}

/** A space where a Latin word of a paragraph would run together with the next; Chinese needs none. */
export function joint(paragraph: readonly Span[]): string {
  const last = paragraph.at(-1)?.text
  return last && /[A-Za-z]$/.test(last) ? ' ' : ''
}
