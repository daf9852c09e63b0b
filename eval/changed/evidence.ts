import { squeeze, standsIn } from '../citations.ts'
import type { Evidence } from '../gold.ts'
import type { ChangedDocument } from './corpus.ts'
import { appliedWithin } from './edits.ts'
import { numbersOf, plain } from './numbers.ts'

interface Range {
  readonly start: number
  readonly end: number
}

function rangeOfLines(text: string, [from, to]: readonly [number, number]): Range {
  const lines = text.split('\n')
  const start = lines.slice(0, from - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const length = lines.slice(from - 1, to).reduce((sum, line) => sum + line.length + 1, -1)
  return { start, end: start + Math.max(0, length) }
}

/** Where the words stand, white space, commas and table borders apart. */
function placesOfWords(raw: string, text: string, range: Range): Range[] {
  const wanted = squeeze(raw)
  const kept = [...text.slice(range.start, range.end)].flatMap((character, index) =>
    squeeze(character) === '' ? [] : [{ character, at: range.start + index }],
  )
  const found: Range[] = []
  const joined = kept.map(({ character }) => character).join('')
  for (let at = joined.indexOf(wanted); at >= 0; at = joined.indexOf(wanted, at + 1)) {
    const [first, last] = [kept[at], kept[at + wanted.length - 1]]
    if (first !== undefined && last !== undefined) found.push({ start: first.at, end: last.at + 1 })
  }
  return found
}

function placesOfNumber(raw: string, text: string, range: Range): Range[] {
  const wanted = raw.replace(/[,\s]/g, '').replace(/^[+-]/, '')
  const tokens = numbersOf(text).filter(({ start, end }) => start >= range.start && end <= range.end)
  const same = tokens.filter((token) => token.text.replace(/,/g, '') === wanted)
  return same.length > 0 ? same : tokens.filter((token) => plain(token.text) === plain(wanted))
}

function rawAt(document: ChangedDocument, { start, end }: Range): string {
  return appliedWithin(document.original, document.edits, start, end).replace(/\s*\n\s*/g, '')
}

/**
 * The evidence as it stands in the changed document; null where it does not stand in the original.
 * Of several places for one number, `money` chooses: an amount, or what was not an amount.
 */
export function changedEvidence(evidence: Evidence, document: ChangedDocument, money: boolean): Evidence | null {
  const { lines, raw } = evidence
  if (lines === undefined) return null
  const range = rangeOfLines(document.original, lines)
  const number = /^[+-]?[\d,]+(?:\.\d+)?$/.test(raw.trim())
  const places = (number ? placesOfNumber : placesOfWords)(raw, document.original, range)
  const amounts = new Set(document.amounts.money.map(({ start }) => start))
  const place = places.find(({ start }) => !number || amounts.has(start) === money) ?? places[0]
  if (place === undefined) return null
  const sign = number ? (/^[+-]/.exec(raw.trim())?.[0] ?? '') : ''
  const changed = { doc: document.changedId, lines, raw: sign + rawAt(document, place) }
  const printed = document.changed
    .split('\n')
    .slice(lines[0] - 1, lines[1])
    .join('\n')
  return standsIn(changed.raw, printed) ? changed : null
}
