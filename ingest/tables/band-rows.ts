import type { RawCell } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'
import { filledCells, type RawRow } from './raw-row.ts'

/** A row that says nothing but which time or stage the rows below it are of. */
const BAND = /^(?:20\d{2}年度?)?(?:年初|全年|调整后?|上年|本年)?(?:预算|决算|执行)数?$/

/** One such row may be a merged header; several part the body. */
const LEAST_BANDS = 2

/**
 * A table whose body is parted by rows that print a stage alone ("预算数", figures, "决算数", figures), with the stage
 * in a column of its own in front of each row instead. Any other table as it is; `breaks` are moved along.
 */
export function withBandsBeside(
  rows: readonly RawCell[][],
  breaks: readonly number[],
): { readonly rows: RawCell[][]; readonly breaks: number[] } {
  const bands = rows.filter((row) => bandOf(row) !== null)
  if (bands.length < LEAST_BANDS) return { rows: [...rows], breaks: [...breaks] }
  let band: RawCell | null = null
  const moved: RawCell[][] = []
  const starts = new Set<number>()
  for (const [at, row] of rows.entries()) {
    if (breaks.includes(at)) starts.add(moved.length)
    const opened = bandOf(row)
    if (opened) band = opened
    else moved.push([{ text: band?.text ?? '', line: band?.line ?? row[0]?.line ?? 1 }, ...row])
  }
  return { rows: moved, breaks: [...starts] }
}

/** The only word of a row, where it is a stage; null for other rows. */
function bandOf(row: RawRow): RawCell | null {
  const [only, ...others] = filledCells(row)
  return only && others.length === 0 && BAND.test(squeeze(only.text)) ? only : null
}
