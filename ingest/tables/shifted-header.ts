/** The words of a header, a row a level; "" where a cell is blank. */
type Grid = readonly (readonly string[])[]

/** Header words that name what a row is. */
const LABEL = /(?:项目|科目|名称|内容|目录|品目|编码)$/

/**
 * The lowest level of a header whose blank cells got lost stands too far left: its words lie under columns that are
 * merged downwards, while merged groups further right have none. They are dealt out to the groups in order: words that
 * name rows to the first group, the others to the rest. Where that does not come out even, all stays as printed.
 */
export function unshiftLowestLevel(grid: Grid): Grid {
  const above = grid.slice(0, -1)
  const lowest = grid.at(-1) ?? []
  const groups = groupsOf(above, lowest.length)
  const filled = ({ from, to }: Group) => lowest.slice(from, to).some((word) => word !== '')
  const merged = groups.filter(({ from, to }) => to - from > 1)
  const astray = groups.some((group) => group.to - group.from === 1 && filled(group))
  if (above.length === 0 || !astray || (merged.every(filled) && !isMixed(lowest, merged[0]))) return grid
  return dealt(above, lowest, merged) ?? grid
}

/** Whether the first group names rows in one column and figures in another. */
function isMixed(lowest: readonly string[], group: Group | undefined): boolean {
  const words = group?.from === 0 ? lowest.slice(0, group.to).filter((word) => word !== '') : []
  return words.some((word) => LABEL.test(word)) && words.some((word) => !LABEL.test(word))
}

/** Columns that one word of the levels above spans; `level` is that word's row. */
interface Group {
  readonly from: number
  readonly to: number
  readonly level: number
}

function groupsOf(above: Grid, width: number): Group[] {
  const starts = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column === 0 || above.some((row) => (row[column] ?? '') !== ''),
  )
  return starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? width,
    level: above.findLastIndex((row) => (row[from] ?? '') !== ''),
  }))
}

/** The header with the words of its lowest level dealt out to its merged groups; null where they do not fit them. */
function dealt(above: Grid, lowest: readonly string[], merged: readonly Group[]): Grid | null {
  const words = lowest.filter((word) => word !== '')
  const firstOther = words.findIndex((word) => !LABEL.test(word))
  const labels = words.slice(0, Math.max(0, firstOther))
  const others = words.slice(labels.length)
  const named = merged[0]?.from === 0 && labels.length > 0 ? merged[0] : null
  const rest = named ? merged.slice(1) : merged
  const room = rest.reduce((sum, { from, to }) => sum + to - from, 0)
  const [only, ...more] = rest
  const missing = others.length - room
  if (!only || labels.length > (named ? named.to - named.from : 0) || missing < 0) return null
  if (missing > 0 && more.length > 0) return null
  const columns = [...rest.flatMap(columnsOf), ...Array.from({ length: missing }, (_, index) => only.to + index)]
  const placed = lowest.map(() => '')
  labels.forEach((word, index) => {
    placed[(named?.to ?? 0) - labels.length + index] = word
  })
  others.forEach((word, index) => {
    placed[columns[index] ?? 0] = word
  })
  return [...above.map((row, level) => (level === only.level ? widened(row, only.to, missing) : row)), placed]
}

function columnsOf({ from, to }: Group): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** A row with as many blanks put in at a column as its level lost; what leaves the table on the right is dropped. */
function widened(row: readonly string[], at: number, blanks: number): readonly string[] {
  return [...row.slice(0, at), ...Array.from({ length: blanks }, () => ''), ...row.slice(at)].slice(0, row.length)
}
