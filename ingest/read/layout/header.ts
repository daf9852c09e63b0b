import { align, type PageColumn } from './columns.ts'
import type { Fragment } from './fragment.ts'
import { type HeaderWord, Spans } from './header-spans.ts'

/** A table's columns with the words over them. */
export interface PageHeader {
  readonly columns: readonly PageColumn[]
  /** For each column its words, outermost first. A word over several columns is the same object in each. */
  readonly paths: readonly (readonly HeaderWord[])[]
}

/** What a header word that stands over no cells is worth as a column of its own, against standing beside one. */
const OWN_COLUMN = 0.3
/** How far from its cells a word may stand. */
const FARTHEST = 12

/** Puts the words of a header over the columns of the body; a word with no cells under it is a column too. */
export function placeHeader(lines: readonly (readonly Fragment[])[], body: readonly PageColumn[]): PageHeader {
  const halves = halvesOf(lines)
  const leaves = withoutGroups(leavesOf(halves ? lines.filter((line) => line !== halves) : lines), body)
  const { columns, places } = placeLeaves(leaves, body)
  const paths: HeaderWord[][] = columns.map(() => [])
  leaves.forEach((leaf, index) => {
    const at = places[index] ?? 0
    paths[at]?.push({ ...leaf, from: at, to: at })
  })
  const leafSet = new Set(leaves)
  const starts = halves ? startsOf(leaves).map((leaf) => places[leaf] ?? 0) : []
  const spans = new Spans(columns, paths, starts)
  for (const line of [...lines].reverse()) {
    line.forEach((word, index) => {
      if (leafSet.has(word)) return
      const [from, to] = line === halves ? spans.ofHalf(index) : spans.of(word, line)
      putAbove(paths, { ...word, from, to })
    })
  }
  return { columns, paths }
}

/** The first line of a header where the words below it begin anew under each of its words; null where they do not. */
function halvesOf(lines: readonly (readonly Fragment[])[]): readonly Fragment[] | null {
  const top = lines.find((line) => line.length > 1)
  if (!top || top === lines.at(-1)) return null
  const below = leavesOf(lines.filter((line) => line !== top))
  return startsOf(below).length === top.length ? top : null
}

/** Indices of the leaves at which the first one comes again. */
function startsOf(leaves: readonly Fragment[]): number[] {
  return leaves.flatMap(({ text }, index) => (text === leaves[0]?.text ? [index] : []))
}

/** The lowest words of a header, left to right: those with no other below them. */
function leavesOf(lines: readonly (readonly Fragment[])[]): Fragment[] {
  const leaves: Fragment[] = []
  for (const line of [...lines].reverse()) {
    const lowest = line.filter((word) => !leaves.some((leaf) => leaf.line !== word.line && overlaps(leaf, word)))
    leaves.push(...lowest)
  }
  return leaves.sort((a, b) => a.left + a.right - b.left - b.right)
}

/** There are more words than columns: words that stand above the gap between their neighbours are over both of them. */
function withoutGroups(leaves: readonly Fragment[], body: readonly PageColumn[]): readonly Fragment[] {
  if (body.length === 0 || leaves.length <= body.length) return leaves
  const over = body.map((column) => leaves.filter((leaf) => leaf.left < column.right && column.left < leaf.right))
  const alone = new Set(over.flatMap((words) => (words.length === 1 ? words : [])))
  const groups = leaves.filter((leaf, index) => {
    const [before, after] = [leaves[index - 1], leaves[index + 1]]
    return before && after && before.line > leaf.line && after.line > leaf.line && !alone.has(leaf)
  })
  const highest = [...groups].sort((a, b) => a.line - b.line).slice(0, leaves.length - body.length)
  return leaves.filter((leaf) => !highest.includes(leaf))
}

function overlaps(a: Fragment, b: Fragment): boolean {
  return a.left < b.right && b.left < a.right
}

function placeLeaves(
  leaves: readonly Fragment[],
  body: readonly PageColumn[],
): { columns: PageColumn[]; places: number[] } {
  const even = leaves.length === body.length
  const pairs = even
    ? leaves.map((_, index) => index)
    : align(leaves.length, body.length, OWN_COLUMN, (leaf, column) => {
        const [word, place] = [leaves[leaf], body[column]]
        return word && place ? closeness(word, place) : null
      })
  const columns: PageColumn[] = []
  const places: number[] = []
  let next = 0
  leaves.forEach((leaf, index) => {
    const pair = pairs[index] ?? null
    const bound = pair ?? pairs.slice(index).find((later) => later !== null) ?? body.length
    while (next < bound && (pair !== null || (body[next]?.left ?? 0) < leaf.left))
      columns.push(...body.slice(next, ++next))
    places.push(columns.length)
    const { left, right } = leaf
    columns.push((pair === null ? undefined : body[pair]) ?? { left, right, cells: 0, words: 0, amounts: 0 })
    if (pair !== null) next = pair + 1
  })
  return { columns: [...columns, ...body.slice(next)], places }
}

/** Above 1 where the word stands over the column's cells, less the further it stands beside them. */
function closeness(word: Fragment, column: PageColumn): number | null {
  const overlap = Math.min(word.right, column.right) - Math.max(word.left, column.left)
  if (overlap > 0) return 1 + overlap / Math.max(1, Math.min(word.right - word.left, column.right - column.left))
  return -overlap <= FARTHEST ? 0.8 - (0.6 * -overlap) / FARTHEST : null
}

/** Puts a word over its columns. Over the very columns of the word below it, it is that word's first line. */
function putAbove(paths: HeaderWord[][], word: HeaderWord): void {
  const below = paths[word.from]?.[0]
  const same = below !== undefined && below.from === word.from && below.to === word.to
  const whole = same
    ? {
        ...below,
        text: word.text + below.text,
        line: word.line,
        left: Math.min(word.left, below.left),
        right: Math.max(word.right, below.right),
      }
    : word
  for (let at = word.from; at <= word.to; at += 1) {
    const path = paths[at]
    if (!path) continue
    if (same) path[0] = whole
    else path.unshift(whole)
  }
}
