/** A cell of a sheet, both counted from 1. */
export interface CellPosition {
  readonly row: number
  readonly column: number
}

const LETTERS = 26
/** Code of the letter before "A". */
const BEFORE_A = 64

/** The letters of a column of a sheet: "A" for 1, "AA" for 27. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    name = String.fromCharCode(BEFORE_A + 1 + ((rest - 1) % LETTERS)) + name
  return name
}

/** A cell as Excel names it: "C14". */
export function cellName({ row, column }: CellPosition): string {
  return `${columnName(column)}${row}`
}

/** The cell of a name as {@link cellName} gives it; null for other texts. */
export function cellPosition(name: string): CellPosition | null {
  const [, letters, row] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? []
  if (letters === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - BEFORE_A, 0)
  return { row: Number(row), column }
}
