import type { GridBlock, RawCell } from '../../domain/block.ts'
import { type Header, possibleHeaders } from './header.ts'
import { type Half, halvesOf, type SequenceRow } from './row.ts'
import { weighSums } from './sums.ts'
import type { Token } from './token.ts'

/** Reads rows under a header that is on trial, at most so many; `unread` counts what is no such row. */
export type ReadRows = (
  halves: readonly Half[],
  most: number,
) => { readonly rows: readonly SequenceRow[]; readonly unread: number }

/** Share of the rows that must be read for a header to be the table's. */
const LEAST_READ = 0.8
const LEAST_ROWS = 2
/** Columns past this are no table of a budget. */
const MOST_COLUMNS = 40
/** Headers looked at for one table, rows that each is first tried on, and headers that may do as well on those. */
const MOST_HEADERS = 3000
const TRIED_ROWS = 24
const MOST_EQUALS = 8

interface Trial {
  readonly header: Header
  readonly rows: readonly SequenceRow[]
  readonly held: number
}

/**
 * The table whose header and rows fit each other: of all ways to hang the header's words over one another the one under
 * which the rows read, and whose sums hold. Null where none does, or where several do that say different things of a
 * figure: order alone must prove where a figure stands.
 */
export function assembleTable(headers: readonly (readonly Token[])[][], readRows: ReadRows): GridBlock | null {
  const possible: Header[] = []
  for (const levels of headers) if (possible.length < MOST_HEADERS) possible.push(...possibleHeaders(levels))
  const tried = bestOf(possible.slice(0, MOST_HEADERS).flatMap((header) => trial(header, readRows, TRIED_ROWS) ?? []))
  if (tried.length > MOST_EQUALS) return null
  const whole = tried.flatMap(({ header }) => trial(header, readRows, Number.POSITIVE_INFINITY) ?? [])
  const [best, ...others] = bestOf(whole)
  if (!best || others.some(({ header }) => pathsOf(header) !== pathsOf(best.header))) return null
  return { kind: 'grid', ruled: true, rows: [...headerRows(best.header), ...best.rows.map((row) => cells(row, best))] }
}

/** Null where the rows do not read under the header, or its sums do not hold. */
function trial(header: Header, readRows: ReadRows, most: number): Trial | null {
  const kinds = header.columns.map(({ kind }) => kind)
  if (!(kinds.includes('label') && kinds.includes('figure')) || kinds.length > MOST_COLUMNS) return null
  const { rows, unread } = readRows(halvesOf(kinds), most)
  if (rows.length < LEAST_ROWS || rows.length < (rows.length + unread) * LEAST_READ) return null
  const { held, broken } = weighSums(header, rows)
  return broken > held / 10 ? null : { header, rows, held }
}

/** Those under which most sums hold. */
function bestOf(trials: readonly Trial[]): Trial[] {
  const most = trials.reduce((best, { held }) => Math.max(best, held), 0)
  return trials.filter(({ held }) => held === most)
}

function pathsOf({ columns }: Header): string {
  return columns.map(({ path }) => path.map(({ text }) => text).join('/')).join('|')
}

/** The header a row a level, with the columns that each word spans. */
function headerRows({ columns }: Header): RawCell[][] {
  const depth = columns.reduce((deepest, { path }) => Math.max(deepest, path.length), 0)
  return Array.from({ length: depth }, (_, level) =>
    columns.map(({ path }, at) => {
      const word = path[level]
      const line = word?.line ?? path.at(-1)?.line ?? 1
      if (!word || columns[at - 1]?.path[level] === word) return { text: '', line }
      const end = columns.findIndex((column, index) => index > at && column.path[level] !== word)
      return { text: word.text, line, span: { rows: 1, columns: (end < 0 ? columns.length : end) - at } }
    }),
  )
}

function cells(row: SequenceRow, { header }: Trial): RawCell[] {
  const line = [...row.values()][0]?.line ?? 1
  return header.columns.map((_, at) => row.get(at) ?? { text: '', line })
}
