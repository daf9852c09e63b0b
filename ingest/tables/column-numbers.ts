import type { RawCell } from '../domain/block.ts'

/** Rows from the top among which the numbers of the columns stand. */
const HEADER_ZONE = 7
/** "栏次", "行次": what numbers the columns or rows; 类, 款, 项 stand beside it, 甲, 乙 number columns of words. */
const NAMES_NUMBERS = /^(?:栏次|栏目|行次|序号)$/
const BESIDE_NUMBERS = /^(?:类|款|项|[甲乙丙丁])$/
/** "3", or how it is reckoned: "1=2+3". */
const COLUMN_NUMBER = /^(\d{1,2})(?:\s*=\s*[\d+\-()（）]+)?$/
/** So many columns in a row are numbered, where no word says so. */
const LEAST_UNNAMED = 3

/** A table's rows without the row that numbers its columns: those are no figures, and no words of a header. */
export function withoutColumnNumbers(rows: readonly RawCell[][]): RawCell[][] {
  const at = rows.slice(0, HEADER_ZONE).findIndex(numbersColumns)
  const row = rows[at]
  // What nothing stands below is data.
  if (!row || !rows.slice(at + 1).some((below) => below.some(({ text }) => text !== ''))) return [...rows]
  const words = row.map((cell) => (BESIDE_NUMBERS.test(bare(cell)) ? cell : { ...cell, text: '' }))
  const left = words.some(({ text }) => text !== '') ? [words] : []
  return [...rows.slice(0, at), ...left, ...rows.slice(at + 1)]
}

function numbersColumns(row: readonly RawCell[]): boolean {
  const words = row.map(bare).filter((word) => word !== '')
  const numbers = words.flatMap((word) => COLUMN_NUMBER.exec(word)?.[1] ?? []).map(Number)
  const others = words.filter((word) => !COLUMN_NUMBER.test(word))
  if (!others.every((word) => NAMES_NUMBERS.test(word) || BESIDE_NUMBERS.test(word))) return false
  const named = others.some((word) => NAMES_NUMBERS.test(word))
  if (numbers.length < (named ? 1 : LEAST_UNNAMED)) return false
  return numbers.every((number, index) => number === (index === 0 ? 1 : (numbers[index - 1] ?? 0) + 1))
}

function bare({ text }: RawCell): string {
  return text.replace(/\s+/g, '')
}
