import type { Ruling } from './rulings.ts'
import { type HeadedColumn, type HeaderWord, middleOf } from './unruled-header.ts'

/** A header word with the first and last of the columns it stands over, and its level, 0 for the outermost. */
export interface SpanningWord {
  readonly word: HeaderWord
  readonly from: number
  readonly to: number
  readonly level: number
}

type Span = Omit<SpanningWord, 'level'>

const SAME_LINE = 0.45
/** How far, in heights, a word may stand from the middle of the header to go over all of its levels; or over an edge. */
const MIDDLE = 0.4
const OVER_EDGE = 0.6
/** A line this near below a word shows what it stands over, in heights. */
const UNDERLINED = 1.5

/** Finds the columns that each word of a header stands over, from the lowest words upwards. */
export function spanHeader(
  columns: readonly HeadedColumn[],
  groups: readonly HeaderWord[],
  edges: readonly number[],
  rules: readonly Ruling[],
  size: number,
): SpanningWord[] {
  const finder = new SpanFinder(columns, groups, edges, rules, size)
  for (const word of [...groups].sort((a, b) => b.first - a.first || a.left - b.left)) finder.take(word)
  return leveled(finder.spans)
}

class SpanFinder {
  readonly spans: Span[]
  readonly #groups: readonly HeaderWord[]
  readonly #edges: readonly number[]
  readonly #rules: readonly Ruling[]
  readonly #size: number
  /** The highest word over each column so far. */
  readonly #top: (Span | null)[]
  /** Height of the middle of the header. */
  readonly #middle: number

  constructor(
    columns: readonly HeadedColumn[],
    groups: readonly HeaderWord[],
    edges: readonly number[],
    rules: readonly Ruling[],
    size: number,
  ) {
    this.#groups = groups
    this.#edges = edges
    this.#rules = rules
    this.#size = size
    this.#top = columns.map(({ leaf }, index) => leaf && { word: leaf, from: index, to: index })
    this.spans = this.#top.flatMap((span) => span ?? [])
    const words = [...groups, ...this.spans.map(({ word }) => word)]
    this.#middle = (Math.min(...words.map(({ top }) => top)) + Math.max(...words.map(({ bottom }) => bottom))) / 2
  }

  take(word: HeaderWord): void {
    const [from, to] =
      this.#underlined(word) ?? this.#centred(word, true) ?? this.#centred(word, false) ?? this.#at(word)
    const span = { word, from, to }
    this.spans.push(span)
    this.#top.fill(span, from, to + 1)
  }

  /** The columns above a short line below the word. */
  #underlined(word: HeaderWord): readonly [number, number] | null {
    const middle = middleOf(word)
    const [begin, end] = [this.#edges[0] ?? 0, this.#edges.at(-1) ?? 0]
    const rule = this.#rules.find(({ at, from, to }) => {
      const below = at > word.last && at < word.bottom + UNDERLINED * this.#size
      return below && from < middle && to > middle && to - from < 0.9 * (end - begin)
    })
    if (!rule) return null
    const inside = this.#top.flatMap((_, index) => {
      const centre = ((this.#edges[index] ?? 0) + (this.#edges[index + 1] ?? 0)) / 2
      return centre > rule.from && centre < rule.to ? [index] : []
    })
    const [from, to] = [inside[0], inside.at(-1)]
    return from === undefined || to === undefined ? null : [from, to]
  }

  /** Of the runs of columns that have words below this one, the one whose middle it stands over. */
  #centred(word: HeaderWord, strict: boolean): readonly [number, number] | null {
    let best: readonly [number, number] | null = null
    let least = Number.POSITIVE_INFINITY
    for (let from = 0; from < this.#top.length; from += 1) {
      for (let to = from; to < this.#top.length && this.#isBelow(to, word, strict); to += 1) {
        const away = this.#isWhole(from, to) ? this.#distance(word, from, to) : null
        if (away !== null && away <= least + 0.5) [best, least] = [[from, to], Math.min(away, least)]
      }
    }
    return best
  }

  /** Whether a column's word is lower than another; strictly, one that goes over all levels of the header is not. */
  #isBelow(column: number, word: HeaderWord, strict: boolean): boolean {
    const span = this.#top[column]
    if (!span || span.word.first < word.last + SAME_LINE * this.#size) return false
    const { top, bottom } = span.word
    const whole = span.from === span.to && Math.abs((top + bottom) / 2 - this.#middle) <= MIDDLE * this.#size
    return !(strict && whole && this.#isLeaf(span))
  }

  #isLeaf(span: Span): boolean {
    return this.spans.every((other) => other === span || other.from > span.to || other.to < span.from)
  }

  /** Whether a run of columns cuts none of the words that are over several. */
  #isWhole(from: number, to: number): boolean {
    return (this.#top[from]?.from ?? from) === from && (this.#top[to]?.to ?? to) === to
  }

  /** From the middle of a run of columns; null where the word goes beyond it, or another of its line is over it too. */
  #distance(word: HeaderWord, from: number, to: number): number | null {
    const [left, right] = [this.#edges[from] ?? 0, this.#edges[to + 1] ?? 0]
    const over = OVER_EDGE * this.#size
    if (word.left < left - over || word.right > right + over) return null
    const beside = this.#groups.some((other) => {
      if (other === word || Math.abs(other.first - word.first) > SAME_LINE * this.#size) return false
      return middleOf(other) > left && middleOf(other) < right
    })
    return beside ? null : Math.abs((left + right) / 2 - middleOf(word))
  }

  /** The columns whose middle the word stands over; the one it stands in where there is none. */
  #at(word: HeaderWord): readonly [number, number] {
    const middle = middleOf(word)
    const index = this.#edges.findLastIndex((edge) => edge <= middle)
    const at = Math.min(Math.max(0, index), this.#top.length - 1)
    const { from, to } = this.#top[at] ?? { from: at, to: at }
    return [from, to]
  }
}

/** A word is one level below the lowest word above it. */
function leveled(spans: readonly Span[]): SpanningWord[] {
  const placed: SpanningWord[] = []
  for (const span of [...spans].sort((a, b) => a.word.first - b.word.first)) {
    const above = placed.filter(({ from, to, word }) => from <= span.to && to >= span.from && word !== span.word)
    placed.push({ ...span, level: Math.max(-1, ...above.map(({ level }) => level)) + 1 })
  }
  return placed
}
