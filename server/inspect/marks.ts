import type { Field, Inspection } from '../../ingest/inspect.ts'

/** What the page marks in its grids and pictures. */
export interface Marks {
  /** Whether a field is in doubt, a total that its parts bear out, or neither. */
  readonly of: (table: string, field: Field) => 'doubt' | 'held' | null
  /** Lines that are in doubt. */
  readonly lines: ReadonlySet<number>
}

export function marksOf({ parse, sums, doubts }: Inspection): Marks {
  const key = (table: string, { row, column }: Field) => `${table} ${row} ${column}`
  const held = new Set(sums.flatMap(({ table, whole, holds }) => (holds ? [key(table, whole)] : [])))
  const doubtful = new Set(
    doubts.flatMap(({ table, fields }) => (table === null ? [] : fields.map((field) => key(table, field)))),
  )
  const cells = parse.tables.flatMap((table) =>
    table.cells.filter((cell) => doubtful.has(key(table.id, cell))).map(({ source }) => source.from),
  )
  const lines = doubts.flatMap(({ line, fields }) => (line === null || fields.length > 0 ? [] : [line]))
  return {
    of: (table, field) => {
      const name = key(table, field)
      if (doubtful.has(name)) return 'doubt'
      return held.has(name) ? 'held' : null
    },
    lines: new Set([...cells, ...lines]),
  }
}

/** The id of a field's cell in the page. */
export function cellId(index: number, { row, column }: Field): string {
  return `t${index + 1}-r${row + 1}-c${column + 1}`
}
