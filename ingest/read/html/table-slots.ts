import { Problem } from '../../domain/problem.ts'
import { attributeOf, type HtmlElement, isElement } from './tree.ts'
import { isGone } from './visibility.ts'

/** A cell with the field it begins in and how far it goes. */
export interface CellSlot {
  readonly cell: HtmlElement
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** As browsers cap it. */
const MOST_COLUMNS_MERGED = 1_000
/** Fields that are taken or passed over in all tables of a file; more takes time without end. */
const MOST_STEPS = 5_000_000

/** Lays tables out as browsers do: the head first and the foot last, wherever they stand, and merged cells over both. */
export class TableSlots {
  readonly #file: string
  #steps = 0

  constructor(file: string) {
    this.#file = file
  }

  /** The cells of a table that take room, row by row. Throws Problem "file-too-large". */
  of(table: HtmlElement): CellSlot[] {
    let first = 0
    return rowGroups(table).flatMap((rows) => {
      const slots = this.#layOut(rows, first)
      first += rows.length
      return slots
    })
  }

  /** Cells go no further down than their group of rows. */
  #layOut(rows: readonly HtmlElement[], first: number): CellSlot[] {
    /** For each column the row from which on it is free. */
    const free: number[] = []
    return rows.flatMap((row, index) => {
      let column = 0
      return visible(row, /^t[dh]$/).map((cell): CellSlot => {
        while ((free[column] ?? 0) > index) column += this.#step()
        const below = rows.length - index
        const columns = Math.min(MOST_COLUMNS_MERGED, span(cell, 'colspan') || 1)
        const slot = {
          cell,
          row: first + index,
          column,
          rows: Math.min(below, span(cell, 'rowspan') || below),
          columns,
        }
        for (let at = 0; at < columns; at += this.#step()) free[column + at] = index + slot.rows
        column += columns
        return slot
      })
    })
  }

  #step(): 1 {
    this.#steps += 1
    if (this.#steps > MOST_STEPS)
      throw new Problem('file-too-large', `${this.#file} merges cells over more fields than any table has.`)
    return 1
  }
}

/** The rows of a table, a list a group: the head, the bodies, the foot. */
function rowGroups(table: HtmlElement): HtmlElement[][] {
  const groups = visible(table, /^t(?:head|body|foot)$/)
  const rank = ({ tagName }: HtmlElement) => ['thead', 'tbody', 'tfoot'].indexOf(tagName)
  return groups.sort((a, b) => rank(a) - rank(b)).map((group) => visible(group, /^tr$/))
}

function visible({ childNodes }: HtmlElement, name: RegExp): HtmlElement[] {
  const elements: HtmlElement[] = []
  for (const node of childNodes) if (isElement(node) && name.test(node.tagName) && !isGone(node)) elements.push(node)
  return elements
}

/** 0 for "as far as there are rows", 1 where nothing or nonsense is said. */
function span(cell: HtmlElement, name: 'rowspan' | 'colspan'): number {
  const digits = /^\s*\+?(\d+)/.exec(attributeOf(cell, name) ?? '')?.[1]
  return digits === undefined ? 1 : Math.min(Number(digits), 65_534)
}

/** What stands above a table as its title, as far as people see it. */
export function captionsOf(table: HtmlElement): HtmlElement[] {
  return visible(table, /^caption$/)
}

/** Groups, rows and cells of a table that take no room. */
export function hiddenParts({ childNodes }: HtmlElement): HtmlElement[] {
  return childNodes
    .filter((node) => isElement(node))
    .flatMap((part) => {
      if (isGone(part)) return [part]
      return /^t(?:head|body|foot|r)$/.test(part.tagName) ? hiddenParts(part) : []
    })
}
