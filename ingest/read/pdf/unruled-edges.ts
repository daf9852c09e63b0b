import { type HeadedColumn, middleOf } from './unruled-header.ts'

/** Words keep about this share of their height from the edge of their cell. */
const PADDING = 0.3

/**
 * Where columns would be parted if lines were drawn, one edge more than there are columns. Amounts end at their
 * column's right edge and words begin at its left one; a header word stands in the middle.
 */
export function columnEdges(
  columns: readonly HeadedColumn[],
  size: number,
  frame: { readonly from: number; readonly to: number } | null,
): number[] {
  const pad = PADDING * size
  const [first, last] = [columns[0], columns.at(-1)]
  if (!first || !last) return []
  const right = Math.max(last.right, last.leaf?.right ?? 0) + pad
  const inner = columns.slice(1).map((column, index) => edgeBetween(columns[index] ?? column, column, pad))
  const end = frame && frame.to >= right - pad ? frame.to : right
  const begin = frame && frame.from <= first.left ? frame.from : outerLeft(first, inner[0] ?? end, pad)
  return [begin, ...inner, end]
}

function outerLeft({ left, leaf, numeric }: HeadedColumn, right: number, pad: number): number {
  const least = Math.min(left, leaf?.left ?? left) - pad
  return leaf && numeric ? Math.min(least, 2 * middleOf(leaf) - right) : least
}

function edgeBetween(one: HeadedColumn, other: HeadedColumn, pad: number): number {
  const from = Math.max(one.right, one.leaf?.right ?? one.right)
  const to = Math.min(other.left, other.leaf?.left ?? other.left)
  if (to <= from) return (from + to) / 2
  return Math.min(to, Math.max(from, wanted(one, other, pad) ?? (from + to) / 2))
}

function wanted(one: HeadedColumn, other: HeadedColumn, pad: number): number | null {
  const isBlank = (column: HeadedColumn) => column.leaf !== null && column.left === column.leaf.left
  if (one.numeric) return one.right + pad
  if (!other.numeric && !isBlank(other)) return other.left - pad
  if (other.leaf && other.numeric) return 2 * middleOf(other.leaf) - (other.right + pad)
  if (one.leaf && !isBlank(one)) return 2 * middleOf(one.leaf) - (one.left - pad)
  return null
}
