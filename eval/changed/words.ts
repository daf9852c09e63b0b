import type { Change } from './corpus.ts'
import { applied, type Edit, merged } from './edits.ts'
import { hasDecimals, numbersOf, plain, scaled } from './numbers.ts'
import { nameEdits } from './renames.ts'
import { unitAfter } from './unit-words.ts'
import { yearEditsInWords } from './years.ts'

/** Changes what stands in a gold file: questions, labels, expected words, notes. */
export interface Wording extends Change {
  /** Whether this number, as spelled by `plain`, is an amount of the question or of its documents. */
  readonly isAmount: (number: string) => boolean
}

const LOOK_AHEAD = 16

function moneyEdits(text: string, { factor, isAmount }: Wording): Edit[] {
  const alone = /^\s*[+-]?[\d,.]+\s*$/.test(text)
  return numbersOf(text)
    .filter(({ start, end, text: number }) => {
      const after = unitAfter(text.slice(end, end + LOOK_AHEAD))
      // 差0.35 and 604.74 have no unit; a whole number without one may be anything.
      if (after === 'unknown') return (alone || hasDecimals(number)) && isAmount(plain(number))
      return after === 'money' && !/[≥≤]?\d$/.test(text.slice(0, start))
    })
    .map(({ start, end, text: number }) => ({ start, end, text: scaled(number, factor) }))
}

/** The text with other names, years and amounts. */
export function reworded(text: string, wording: Wording): string {
  return applied(
    text,
    merged(nameEdits(text, wording.renames), yearEditsInWords(text, wording.years), moneyEdits(text, wording)),
  )
}
