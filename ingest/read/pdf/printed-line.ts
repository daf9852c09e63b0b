import { type Box, unitedBox } from './drawing.ts'
import { heightOf, type Run } from './runs.ts'

/** Runs that stand on one line, left to right. */
export interface PrintedLine extends Box {
  readonly runs: readonly Run[]
  readonly baseline: number
}

/** How far the baselines of one line may lie apart, as a share of the height of its characters. */
const SAME_LINE = 0.4

/** The lines in which runs are printed, from the top downwards. */
export function findLines(runs: readonly Run[]): PrintedLine[] {
  const lines: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1)
    const first = line?.[0]
    const near = first && run.baseline - first.baseline <= SAME_LINE * Math.min(heightOf(run), heightOf(first))
    if (line && near) line.push(run)
    else lines.push([run])
  }
  return lines.map(lineOf)
}

function lineOf(runs: readonly Run[]): PrintedLine {
  const ordered = [...runs].sort((a, b) => a.left - b.left)
  const { left, top, right, bottom } = unitedBox(ordered)
  return { left, top, right, bottom, runs: ordered, baseline: ordered[0]?.baseline ?? 0 }
}

/** A gap as wide as this share of the characters' height parts words of Latin letters and figures. */
const WORD_GAP = 0.2
/** Chinese needs a gap of this many characters to be parted; less is letter spacing. */
const PIECE_GAP = 1.2

/** The words of a line, with a space between Latin words and between pieces that stand apart. */
export function lineText({ runs }: Pick<PrintedLine, 'runs'>): string {
  let text = ''
  let last: Run | undefined
  for (const run of runs) {
    const gap = last ? run.left - last.right : 0
    const height = heightOf(run)
    const latin = LATIN_END.test(text) && LATIN_START.test(run.text)
    if (gap > PIECE_GAP * height) text += '  '
    else if (latin && gap > WORD_GAP * height) text += ' '
    text += run.text
    last = run
  }
  return text
}

const LATIN_END = /[\w.,)%]$/
const LATIN_START = /^[\w(]/
