import { type Fragment, isAmount, isNumber } from './fragment.ts'

/** A column of a page: where its cells begin and end on average, and what they are. */
export interface PageColumn {
  readonly left: number
  readonly right: number
  readonly cells: number
  /** Share of the cells that are words, and of those that are amounts; the rest are codes and counts. */
  readonly words: number
  readonly amounts: number
}

/** More columns than any printed table has; a block that needs more is none. */
export const MOST_COLUMNS = 60

/** What putting a cell into a column of its own is worth, against the overlap with one that is there. */
const OWN_COLUMN = 0.2

/** Finds the columns under which the fragments of many lines stand; lines with most cells say most, and are taken first. */
export function findColumns(lines: readonly (readonly Fragment[])[]): PageColumn[] {
  let columns: PageColumn[] = []
  const richest = [...lines].sort((a, b) => b.length - a.length)
  for (const line of richest) {
    columns = taken(columns, line, placeCells(line, columns, OWN_COLUMN))
    if (columns.length > MOST_COLUMNS) return columns
  }
  return mergeNames(columns, lines)
}

/** Neighbouring columns of words that no line fills both of are one: names are indented, totals centred. */
function mergeNames(columns: readonly PageColumn[], lines: readonly (readonly Fragment[])[]): PageColumn[] {
  const together = new Set<number>()
  for (const line of lines) {
    const places = placeCells(line, columns, 0)
    places.forEach((place, index) => {
      const before = places[index - 1]
      if (place !== null && before === place - 1) together.add(place)
    })
  }
  const merged: PageColumn[] = []
  columns.forEach((column, index) => {
    const last = merged.at(-1)
    const names = last && last.words > 0.5 && column.words > 0.5 && !together.has(index)
    if (names) merged[merged.length - 1] = united(last, column)
    else merged.push(column)
  })
  return merged
}

function united(a: PageColumn, b: PageColumn): PageColumn {
  const cells = a.cells + b.cells
  const mean = (x: number, y: number) => (x * a.cells + y * b.cells) / cells
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    cells,
    words: mean(a.words, b.words),
    amounts: mean(a.amounts, b.amounts),
  }
}

/** The columns once a line's fragments stand in them. */
function taken(
  columns: readonly PageColumn[],
  line: readonly Fragment[],
  places: readonly (number | null)[],
): PageColumn[] {
  const result: PageColumn[] = []
  let next = 0
  line.forEach((fragment, index) => {
    const place = places[index] ?? null
    if (place === null) {
      // A new column stands before the next one that begins further right, or that the line goes on in.
      const bound = places.slice(index).find((later) => later !== null) ?? columns.length
      while (next < bound && (columns[next]?.left ?? 0) < fragment.left) result.push(...columns.slice(next, ++next))
      result.push(columnOf(fragment))
    } else {
      result.push(...columns.slice(next, place))
      const column = columns[place]
      result.push(column ? widened(column, fragment) : columnOf(fragment))
      next = place + 1
    }
  })
  return [...result, ...columns.slice(next)]
}

function columnOf({ left, right, text }: Fragment): PageColumn {
  return { left, right, cells: 1, words: isNumber(text) ? 0 : 1, amounts: isAmount(text) ? 1 : 0 }
}

function widened(column: PageColumn, { left, right, text }: Fragment): PageColumn {
  const cells = column.cells + 1
  const mean = (before: number, now: number) => before + (now - before) / cells
  return {
    left: mean(column.left, left),
    right: mean(column.right, right),
    cells,
    words: mean(column.words, isNumber(text) ? 0 : 1),
    amounts: mean(column.amounts, isAmount(text) ? 1 : 0),
  }
}

/** How well a fragment stands in a column: shared width, a shared edge, the same kind; null where they share nothing. */
function fitted({ left, right, text }: Fragment, column: PageColumn): number | null {
  const overlap = Math.min(right, column.right) - Math.max(left, column.left)
  if (overlap <= 0) return null
  const share = overlap / Math.max(1, Math.min(right - left, column.right - column.left))
  const number = isNumber(text)
  const edge = Math.abs(number ? right - column.right : left - column.left) <= 1 ? 0.5 : 0
  const unlike = isAmount(text) ? column.words > 0.5 : !number && column.words < 0.5
  return share + edge - (unlike ? 0.6 : 0)
}

/**
 * For each fragment of a line the column it stands in, left to right, no column twice; null where none fits. A fragment
 * left out counts `leftOut`.
 */
export function placeCells(
  line: readonly Fragment[],
  columns: readonly PageColumn[],
  leftOut: number,
): (number | null)[] {
  const drifted = driftedAmounts(line, columns)
  return align(line.length, columns.length, leftOut, (cell, column) => {
    if (drifted?.get(cell) === column) return DRIFTED
    const [fragment, place] = [line[cell], columns[column]]
    return fragment && place ? fitted(fragment, place) : null
  })
}

/** What the place of an amount is worth that a whole row of them tells. */
const DRIFTED = 3
/** Amounts of a row that drifted did so alike. */
const MOST_DRIFT_APART = 8

/**
 * Below the middle of a page the columns may stand elsewhere than above. A row with an amount for every column of
 * amounts, all of them as far astray, tells by their order where each belongs. By index of the fragment.
 */
function driftedAmounts(line: readonly Fragment[], columns: readonly PageColumn[]): Map<number, number> | null {
  const amounts = line.flatMap(({ text }, index) => (isAmount(text) ? [index] : []))
  const places = columns.flatMap(({ amounts: share }, index) => (share > 0.5 ? [index] : []))
  if (amounts.length < 2 || amounts.length !== places.length) return null
  const drifts = amounts.map((at, index) => (line[at]?.right ?? 0) - (columns[places[index] ?? 0]?.right ?? 0))
  if (Math.max(...drifts) - Math.min(...drifts) > MOST_DRIFT_APART) return null
  return new Map(amounts.map((at, index) => [at, places[index] ?? 0]))
}

/** The order-keeping pairing of two sequences that is worth most; null for what stays without a partner. */
export function align(
  length: number,
  places: number,
  leftOut: number,
  worth: (item: number, place: number) => number | null,
): (number | null)[] {
  const width = places + 1
  const best = new Float64Array((length + 1) * width)
  const value = (item: number, place: number) => best[item * width + place] ?? 0
  for (let item = length - 1; item >= 0; item -= 1) {
    for (let place = places; place >= 0; place -= 1) {
      const pair = place < places ? worth(item, place) : null
      const skips = place < places ? value(item, place + 1) : Number.NEGATIVE_INFINITY
      const paired = pair === null ? Number.NEGATIVE_INFINITY : pair + value(item + 1, place + 1)
      best[item * width + place] = Math.max(leftOut + value(item + 1, place), skips, paired)
    }
  }
  const pairs: (number | null)[] = []
  let place = 0
  for (let item = 0; item < length; ) {
    const pair = place < places ? worth(item, place) : null
    if (pair !== null && pair + value(item + 1, place + 1) >= value(item, place)) {
      pairs.push(place)
      place += 1
      item += 1
    } else if (place < places && value(item, place + 1) >= value(item, place)) place += 1
    else {
      pairs.push(null)
      item += 1
    }
  }
  return pairs
}
