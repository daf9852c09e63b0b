import { type RawRow, textAt } from './raw-row.ts'

/** Words of merged cells that go down over a row from above, by column. */
export type Covering = ReadonlyMap<number, string>

/** A cell and the first row below it that it does not cover. */
interface Reach {
  readonly text: string
  readonly until: number
  /** Carried over a page break: it goes on to the next word of its column. */
  readonly open: boolean
}

/**
 * For each row the merged cells that cover it from above, where the file tells how far cells go. A page break cuts a
 * merged cell: in a column of such cells, a blank at the top of the next page belongs to the last one before it.
 */
export function coverings(rows: readonly RawRow[], breaks: readonly number[]): Covering[] {
  const merged = new Set(rows.flatMap((row) => row.flatMap(({ span }, at) => ((span?.rows ?? 1) > 1 ? [at] : []))))
  const reaches = new Map<number, Reach>()
  return rows.map((row, at) => {
    const covering = new Map<number, string>()
    for (const column of merged) {
      const reach = reachAt(row, at, column, reaches.get(column), breaks.includes(at))
      if (reach) reaches.set(column, reach)
      else reaches.delete(column)
      if (reach && textAt(row, column) === '') covering.set(column, reach.text)
    }
    return covering
  })
}

function reachAt(row: RawRow, at: number, column: number, above: Reach | undefined, onNewPage: boolean): Reach | null {
  const text = textAt(row, column)
  if (text !== '') return { text, until: at + (row[column]?.span?.rows ?? 1), open: false }
  if (!above) return null
  if (onNewPage && above.until >= at) return { ...above, open: true }
  return above.open || above.until > at ? above : null
}
