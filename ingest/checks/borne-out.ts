import { isOfKnownPairs } from '../classification/index.ts'
import type { Addition } from '../domain/image-reading.ts'
import { squeeze } from '../domain/name.ts'
import type { Cell, Table } from '../domain/table.ts'
import { type Field, fieldKey, type SumFinding } from './sum-finding.ts'
import { tableSums } from './table-sums.ts'

/** The confidence of a line that was read from an image; null for one that the file holds as text. */
export type LineConfidence = (line: number) => number | null

/** A figure less sure than this is none to bear others out. */
const SURE = 60

/** A figure of a sum where it is printed. */
interface Member {
  readonly line: number
  readonly confidence: number
}

/** A sum that comes out to the last digit, without its zeros and blanks. */
interface ExactSum {
  readonly whole: Member
  readonly parts: readonly Member[]
}

/**
 * By the line of each figure of a table that its sums bear out, the sum that does, the smallest first: one of at least two
 * parts of which no more than one figure is unsure, or a copy of a figure that is borne out. Copies alone bear out nothing:
 * what is misread once is misread alike wherever it is printed. Nor do sums that only rounding brings together, and no sum
 * bears out its zeros.
 */
export function borneOut(
  table: Table,
  organization: string | null,
  confidenceOf: LineConfidence,
): ReadonlyMap<number, Addition> {
  const sums = tableSums(table, organization).flatMap((sum) => exactSum(sum, cellsOf(table), confidenceOf) ?? [])
  const proofs = new Map<number, Addition>()
  const prove = ({ whole, parts }: ExactSum) => {
    const addition = { whole: whole.line, parts: parts.map(({ line }) => line) }
    for (const { line } of [whole, ...parts]) if (!proofs.has(line)) proofs.set(line, addition)
  }
  const smallestFirst = sums.toSorted((a, b) => a.parts.length - b.parts.length)
  for (const sum of smallestFirst) if (sum.parts.length > 1 && isFirm(sum)) prove(sum)
  const copies = sums.filter(({ parts }) => parts.length === 1)
  for (let before = -1; before < proofs.size; ) {
    before = proofs.size
    for (const copy of copies) if ([copy.whole, ...copy.parts].some(({ line }) => proofs.has(line))) prove(copy)
  }
  return proofs
}

function isFirm({ whole, parts }: ExactSum): boolean {
  return [whole, ...parts].filter(({ confidence }) => confidence < SURE).length <= 1
}

function cellsOf({ cells }: Table): ReadonlyMap<string, Cell> {
  return new Map(cells.map((cell) => [fieldKey(cell), cell]))
}

/** Null for a sum that does not come out exactly, and for one with a figure that has no line of its own. */
function exactSum(
  { whole, parts, difference, holds }: SumFinding,
  cells: ReadonlyMap<string, Cell>,
  confidenceOf: LineConfidence,
): ExactSum | null {
  if (!holds || /[1-9]/.test(difference)) return null
  const printed = [whole, ...parts].flatMap((field) => memberOf(field, cells, confidenceOf) ?? [])
  const [sum, ...addends] = printed
  const counted = parts.filter((field) => isNonzero(cells.get(fieldKey(field))))
  if (!sum || addends.length === 0 || addends.length < counted.length) return null
  const lines = printed.map(({ line }) => line)
  return new Set(lines).size === lines.length ? { whole: sum, parts: addends } : null
}

function memberOf(field: Field, cells: ReadonlyMap<string, Cell>, confidenceOf: LineConfidence): Member | null {
  const cell = cells.get(fieldKey(field))
  if (!cell || !isNonzero(cell) || cell.source.from !== cell.source.to) return null
  const line = cell.source.from
  return { line, confidence: confidenceOf(line) ?? 100 }
}

function isNonzero(cell: Cell | undefined): boolean {
  return cell !== undefined && /[1-9]/.test(cell.text)
}

/** A name or a header read less surely than this may be another. */
const LEGIBLE = 90

/**
 * Tells of a cell whether what says its meaning was read surely: the code and name of its row, and the words of its column
 * above the rows. A header is taken for sure only where all of it is of words that such tables are known to use: letters
 * that look alike are misread with confidence.
 */
export function legible(
  table: Table,
  lines: readonly string[],
  confidenceOf: LineConfidence,
): (field: Field) => boolean {
  const sure = (line: number) => (confidenceOf(line) ?? 100) >= LEGIBLE
  const names = table.cells.filter(({ column }) => table.columns[column]?.kind !== 'amount')
  const rows = new Set(names.filter(({ source }) => !sure(source.from)).map(({ row }) => row))
  const headEnd = Math.min(...table.cells.map(({ source }) => source.from))
  const doubtful = new Set<string>()
  for (let line = table.source.from; line < headEnd; line += 1) {
    if (!sure(line)) doubtful.add(squeeze(lines[line - 1] ?? ''))
  }
  const isPlain = (word: string) => !doubtful.has(squeeze(word)) && isOfKnownPairs(squeeze(word))
  const columns = table.columns.map(({ path }) => path.every(isPlain))
  return ({ row, column }) => !rows.has(row) && (columns[column] ?? false)
}
