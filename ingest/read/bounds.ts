import { Problem } from '../domain/problem.ts'

/** How much a file may hold. */
export interface Bounds {
  readonly lines: number
  readonly cells: number
  readonly numbers: number
}

/**
 * More than this no disclosure prints. What lies above would take minutes and gigabytes to read, for a file of 50 MB
 * can hold millions of figures.
 */
const TEXT_BOUNDS: Bounds = { lines: 200_000, cells: 500_000, numbers: 100_000 }
/** Pages and sheets are written down a cell a line, and "1,234.56" counts as three numbers: a thousand pages of tables stay below. */
export const TRANSCRIPT_BOUNDS: Bounds = { lines: 500_000, cells: 500_000, numbers: 300_000 }

/** Throws Problem "file-too-large" for texts, each of a line or more, that hold more lines, cells or numbers than `most`. */
export function refuseBeyondBounds(texts: readonly string[], file: string, most: Bounds = TEXT_BOUNDS): void {
  const found = { lines: texts.length - 1, cells: 0, numbers: 0 }
  for (const text of texts) count(text, found)
  for (const what of ['lines', 'cells', 'numbers'] as const) refuseAbove(most, what, found, file)
}

function refuseAbove(most: Bounds, what: keyof Bounds, found: Bounds, file: string): void {
  if (found[what] > most[what])
    throw new Problem('file-too-large', `${file} holds ${found[what]} ${what}; the limit is ${most[what]}.`)
}

/** Counts the numbers of a file while it is read, so that one with far too many need not be read to its end. */
export class NumberTally {
  readonly #file: string
  readonly #found = { lines: 0, cells: 0, numbers: 0 }

  constructor(file: string) {
    this.#file = file
  }

  /** Throws Problem "file-too-large" once there are more numbers than a transcript may hold. */
  take(text: string): void {
    count(text, this.#found)
    refuseAbove(TRANSCRIPT_BOUNDS, 'numbers', this.#found, this.#file)
  }
}

function count(text: string, found: Record<keyof Bounds, number>): void {
  let inNumber = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const digit = code >= 48 && code <= 57
    if (digit && !inNumber) found.numbers += 1
    inNumber = digit
    // Line feed or carriage return; tab or "|".
    if (code === 10 || code === 13) found.lines += 1
    else if (code === 9 || code === 124) found.cells += 1
  }
}
