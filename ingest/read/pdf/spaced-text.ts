import { unitedBox } from './drawing.ts'
import type { PrintedLine } from './printed-line.ts'
import { heightOf, type Run } from './runs.ts'

/** A full-width character takes two columns of spaced text. */
export const COLUMNS_PER_CHARACTER = 2
const WIDEST = 1_000
/** Runs nearer than this many characters stand in one word. */
const TOUCHING = 0.5

/** The line as text whose spaces keep the places of its pieces, as `pdftotext -layout` writes it. */
export function spacedText({ runs }: PrintedLine, size: number): string {
  let text = ''
  let width = 0
  let last: Run | undefined
  for (const run of runs) {
    const column = Math.min(WIDEST, Math.round((run.left / size) * COLUMNS_PER_CHARACTER))
    const touching = last !== undefined && run.left - last.right < TOUCHING * size
    const gap = touching ? 0 : Math.max(last ? 1 : 0, column - width)
    text += ' '.repeat(gap) + run.text
    width += gap + columnsOf(run.text)
    last = run
  }
  return text
}

/** The usual height of the characters of a page: what its spaces are measured by. */
export function usualHeight(lines: readonly PrintedLine[]): number {
  const heights = lines.map(heightOf).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 10
}

function columnsOf(text: string): number {
  let width = 0
  for (const character of text) width += /[\u2e80-\uffe6“”‘’—…]/.test(character) ? 2 : 1
  return width
}

/** Where a cell's words stand among the runs of its line; the whole line where they cannot be told apart. */
export function boxOfWords(line: PrintedLine, words: string): ReturnType<typeof unitedBox> {
  const wanted = words.replace(/\s/g, '')
  const own = line.runs.filter((run) => wanted.includes(run.text))
  return unitedBox(own.length > 0 ? own : [line])
}
