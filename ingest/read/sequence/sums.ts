import { compareDecimals, type Decimal, decimal, negative, sumDecimals } from '../../domain/amount.ts'
import type { Header, HeaderGroup } from './header.ts'
import type { SequenceRow } from './row.ts'
import { isNothing } from './token.ts'

/**
 * How the figures bear a header out: `held` rows in which a group's 合计 or 小计 is the sum of what stands beside it in
 * the group, and `broken` ones in which it is not. Rows of zeros tell nothing.
 */
export function weighSums(header: Header, rows: readonly SequenceRow[]): { held: number; broken: number } {
  let [held, broken] = [0, 0]
  for (const group of header.groups) {
    const sum = sumOf(header, group)
    if (!sum) continue
    for (const row of rows) {
      const holds = sumHolds(row, sum)
      if (holds === true) held += 1
      if (holds === false) broken += 1
    }
  }
  return { held, broken }
}

interface Sum {
  readonly total: number
  readonly parts: readonly number[]
}

/** The total that opens a group and its parts; of a group within it, the total of that. Null where none opens it. */
function sumOf({ columns, groups }: Header, { from, to }: HeaderGroup): Sum | null {
  const figures = columns.flatMap(({ kind }, at) => (at >= from && at < to && kind === 'figure' ? [at] : []))
  const [total, ...rest] = figures
  if (total === undefined || !/^(?:合计|小计|总计)$/.test(columns[total]?.path.at(-1)?.text ?? '')) return null
  const inner = groups.filter((group) => group.from > from && group.to <= to)
  const isInner = (at: number) => inner.some((group) => at > group.from && at < group.to)
  const parts = rest.filter((at) => !isInner(at))
  return parts.length > 1 ? { total, parts } : null
}

/** Whether the sum holds up to the rounding of its parts; null where the row has nothing to add up. */
function sumHolds(row: SequenceRow, { total, parts }: Sum): boolean | null {
  const whole = figureIn(row, total)
  const added = parts.map((part) => figureIn(row, part))
  if (!whole || added.some((part) => part === null)) return null
  const found = added.filter((part) => part !== null)
  const difference = sumDecimals([whole, negative(sumDecimals(found))])
  if (whole.digits === 0n && found.every(({ digits }) => digits === 0n)) return null
  const slack: Decimal = {
    digits: BigInt(parts.length),
    scale: Math.max(whole.scale, ...found.map(({ scale }) => scale)),
  }
  return compareDecimals(difference.digits < 0n ? negative(difference) : difference, slack) <= 0
}

function figureIn(row: SequenceRow, column: number): Decimal | null {
  const text = row.get(column)?.text.replace(/[,，]/g, '')
  if (text === undefined || /[%％]$/.test(text)) return null
  return isNothing(text) ? { digits: 0n, scale: 0 } : decimal(text)
}
