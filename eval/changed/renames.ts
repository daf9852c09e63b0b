import { type Edit, merged, spread } from './edits.ts'

/** One name for another, wherever it stands. */
export interface Rename {
  readonly from: string
  readonly to: string
  /** Sources of regular expressions for what must stand before and after it. */
  readonly precededBy?: string
  readonly followedBy?: string
}

const HAN = /\p{Script=Han}/u
/** A name may be broken by spaces and line ends, but not by the border of a cell. */
export const BREAK = '[^\\S\\t]{0,6}'

function escaped(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')
}

/** The source of a regular expression that finds a Chinese name however it is broken. */
export function broken(name: string): string {
  return [...name].map(escaped).join(BREAK)
}

function patternOf({ from, precededBy, followedBy }: Rename): RegExp {
  const before = precededBy === undefined ? '' : `(?<=${precededBy})`
  const after = followedBy === undefined ? '' : `(?=${followedBy})`
  return HAN.test(from)
    ? new RegExp(`${before}${broken(from)}${after}`, 'gu')
    : new RegExp(`(?<![A-Za-z])${from.split(' ').map(escaped).join('\\s+')}`, 'gi')
}

function replaced(found: string, { from, to }: Rename): string {
  if (HAN.test(from)) return spread(found, to)
  return /^[a-z]/.test(found) ? to.toLowerCase() : to
}

/** The edits that make the renames; longer names go first, so that a short form never eats a part of a long one. */
export function nameEdits(text: string, renames: readonly Rename[]): Edit[] {
  const lists = renames
    .toSorted((a, b) => b.from.length - a.from.length)
    .map((rename) =>
      [...text.matchAll(patternOf(rename))].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        text: replaced(match[0], rename),
      })),
    )
  return merged(...lists)
}
