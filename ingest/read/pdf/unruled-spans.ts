import type { Ruling } from './rulings.ts'
import { type HeadedColumn, type HeaderWord, heightAt, middleOf } from './unruled-header.ts'

/** A header word with the first and last of the columns it stands over, and its level, 0 for the outermost. */
export interface SpanningWord {
  readonly word: HeaderWord
  readonly from: number
  readonly to: number
  readonly level: number
}

/** What is known of a header besides its words. Heights and edges in points. */
export interface HeaderFrame {
  /** Edges of the columns, one more than there are. */
  readonly edges: readonly number[]
  /** Where the header ends and the body begins. */
  readonly bottom: number
  readonly rules: readonly Ruling[]
  readonly size: number
}

interface Span extends Omit<SpanningWord, 'level'> {
  /** Where the word's cell begins, if it stands in the middle of it and the cell goes down to what is below. */
  readonly top: number
}

/** In heights: words of one level; how far one may go over an edge; a line so near below shows what a word stands over. */
const SAME_LEVEL = 0.5
const OVER_EDGE = 0.6
const UNDERLINED = 1.5
/** What leaving a column without a word costs, as a share of its width, against words out of the middle of theirs. */
const UNCOVERED = 0.4

/** Finds the columns that each word of a header stands over, level by level from the lowest upwards. */
export function spanHeader(
  columns: readonly HeadedColumn[],
  groups: readonly HeaderWord[],
  frame: HeaderFrame,
): SpanningWord[] {
  const finder = new SpanFinder(columns, frame)
  for (const level of levelsOf(groups, frame.size)) finder.take(level)
  return leveled(finder.spans)
}

/** Words at one height, from the lowest upwards, each level left to right. */
function levelsOf(words: readonly HeaderWord[], size: number): HeaderWord[][] {
  const levels: HeaderWord[][] = []
  for (const word of [...words].sort((a, b) => heightAt(b) - heightAt(a))) {
    const first = levels.at(-1)?.[0]
    if (first && heightAt(first) - heightAt(word) <= SAME_LEVEL * size) levels.at(-1)?.push(word)
    else levels.push([word])
  }
  return levels.map((level) => level.sort((a, b) => a.left - b.left))
}

class SpanFinder {
  readonly spans: Span[]
  readonly #frame: HeaderFrame
  /** The highest word over each column so far. */
  readonly #top: (Span | null)[]

  constructor(columns: readonly HeadedColumn[], frame: HeaderFrame) {
    this.#frame = frame
    this.#top = columns.map(({ leaf }, index) => leaf && this.#spanOf(leaf, index, index, frame.bottom))
    this.spans = this.#top.flatMap((span) => span ?? [])
  }

  take(words: readonly HeaderWord[]): void {
    const at = words.reduce((sum, word) => sum + heightAt(word), 0) / Math.max(1, words.length)
    const free = this.#top.map((span) => span === null || span.top > at)
    const rest = words.filter((word) => {
      const found = this.#underlined(word, words)
      if (found) this.#put(word, ...found)
      if (found) free.fill(false, found[0], found[1] + 1)
      return !found
    })
    const placed = new Set<HeaderWord>()
    for (const [from, to] of runsOf(free)) {
      const own = rest.filter((word) => middleOf(word) > this.#edge(from) && middleOf(word) < this.#edge(to + 1))
      for (const { word, from: first, to: last } of this.#dealt(own, from, to)) {
        this.#put(word, first, last)
        placed.add(word)
      }
    }
    for (const word of rest) if (!placed.has(word)) this.#put(word, ...this.#at(word))
  }

  #edge(index: number): number {
    return this.#frame.edges[index] ?? 0
  }

  #spanOf(word: HeaderWord, from: number, to: number, bottom: number): Span {
    return { word, from, to, top: 2 * heightAt(word) - bottom }
  }

  #put(word: HeaderWord, from: number, to: number): void {
    const below = this.#top.slice(from, to + 1).map((span) => span?.top ?? this.#frame.bottom)
    const span = this.#spanOf(word, from, to, Math.min(...below))
    this.spans.push(span)
    this.#top.fill(span, from, to + 1)
  }

  /** The columns above a short line below the word and no other of its level. */
  #underlined(word: HeaderWord, level: readonly HeaderWord[]): readonly [number, number] | null {
    const middle = middleOf(word)
    const width = this.#edge(this.#top.length) - this.#edge(0)
    const rule = this.#frame.rules.find(({ at, from, to }) => {
      const below = at > word.last && at < word.bottom + UNDERLINED * this.#frame.size
      const own = level.every((other) => other === word || middleOf(other) < from || middleOf(other) > to)
      return below && own && from < middle && to > middle && to - from < 0.9 * width
    })
    if (!rule) return null
    const inside = this.#top.flatMap((_, index) => {
      const centre = (this.#edge(index) + this.#edge(index + 1)) / 2
      return centre > rule.from && centre < rule.to ? [index] : []
    })
    const [from, to] = [inside[0], inside.at(-1)]
    return from === undefined || to === undefined ? null : [from, to]
  }

  /**
   * Deals a run of columns out to the words that stand over it, so that all in all words are as near as can be to the
   * middle of theirs and few columns are left without one.
   */
  #dealt(words: readonly HeaderWord[], first: number, last: number): Omit<SpanningWord, 'level'>[] {
    if (words.length === 0) return []
    const width = last - first + 1
    /** By words dealt and columns used: the least cost of the rest, and the columns that the next word takes then. */
    const best = Array.from({ length: words.length + 1 }, () =>
      Array.from({ length: width + 1 }, () => ({ cost: Number.POSITIVE_INFINITY, take: 0 })),
    )
    const at = (word: number, used: number) => best[word]?.[used] ?? { cost: Number.POSITIVE_INFINITY, take: 0 }
    for (let word = words.length; word >= 0; word -= 1) {
      const end = at(word, width)
      if (word === words.length) end.cost = 0
      for (let used = width - 1; used >= 0; used -= 1) {
        const [cell, column] = [at(word, used), first + used]
        cell.cost = UNCOVERED * (this.#edge(column + 1) - this.#edge(column)) + at(word, used + 1).cost
        for (let take = 1; word < words.length && used + take <= width; take += 1) {
          const cost = this.#cost(words[word], column, column + take - 1) + at(word + 1, used + take).cost
          cell.take = cost < cell.cost ? take : cell.take
          cell.cost = Math.min(cost, cell.cost)
        }
      }
    }
    return this.#read(words, first, at)
  }

  #read(
    words: readonly HeaderWord[],
    first: number,
    at: (word: number, used: number) => { readonly cost: number; readonly take: number },
  ): Omit<SpanningWord, 'level'>[] {
    const dealt: Omit<SpanningWord, 'level'>[] = []
    if (at(0, 0).cost === Number.POSITIVE_INFINITY) return dealt
    let used = 0
    for (const [index, word] of words.entries()) {
      while (at(index, used).take === 0) used += 1
      const { take } = at(index, used)
      dealt.push({ word, from: first + used, to: first + used + take - 1 })
      used += take
    }
    return dealt
  }

  /** How far a word is from the middle of columns; infinite where it goes beyond them, or they cut a word below. */
  #cost(word: HeaderWord | undefined, from: number, to: number): number {
    const [left, right] = [this.#edge(from), this.#edge(to + 1)]
    const over = OVER_EDGE * this.#frame.size
    const cut = (this.#top[from]?.from ?? from) !== from || (this.#top[to]?.to ?? to) !== to
    if (!word || cut || word.left < left - over || word.right > right + over) return Number.POSITIVE_INFINITY
    return Math.abs((left + right) / 2 - middleOf(word))
  }

  /** The columns of the word that it stands over the middle of. */
  #at(word: HeaderWord): readonly [number, number] {
    const index = this.#frame.edges.findLastIndex((edge) => edge <= middleOf(word))
    const at = Math.min(Math.max(0, index), this.#top.length - 1)
    const { from, to } = this.#top[at] ?? { from: at, to: at }
    return [from, to]
  }
}

/** First and last index of the runs of true. */
function runsOf(flags: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  flags.forEach((flag, index) => {
    const last = runs.at(-1)
    if (flag && last && last[1] === index - 1) last[1] = index
    else if (flag) runs.push([index, index])
  })
  return runs
}

/** A word is one level below the lowest word above it. */
function leveled(spans: readonly Span[]): SpanningWord[] {
  const placed: SpanningWord[] = []
  for (const { word, from, to } of [...spans].sort((a, b) => heightAt(a.word) - heightAt(b.word))) {
    const above = placed.filter((other) => other.from <= to && other.to >= from)
    placed.push({ word, from, to, level: Math.max(-1, ...above.map(({ level }) => level)) + 1 })
  }
  return placed
}
