import { isTotalName } from '../domain/name.ts'
import { isMoneyColumn, type Sheet } from './sheet.ts'
import type { TriedSum } from './sum-finding.ts'

/** An amount column with the words of its header; a word that goes on over two levels counts once. */
interface Headed {
  readonly column: number
  readonly path: readonly string[]
}

/** Across the columns: 合计 is the sum of the columns beside it under the same header, of each group its own 小计. */
export function columnSums(sheet: Sheet): TriedSum[] {
  const all = sheet.table.columns.flatMap((_, column) => headed(sheet, column))
  const byColumn = new Map(all.map((one) => [one.column, one]))
  return sheet.panels.flatMap(({ panel }) => {
    const columns = panel.amounts.flatMap((column) => byColumn.get(column) ?? [])
    return columns.flatMap((whole) => {
      const own = readingsOf(whole, columns)
      if (own.length === 0) return []
      // Headers may be torn, and halves parted where there are none: a total that is the sum of all columns behind it is none of them.
      const behind = all.filter(({ column }) => column > whole.column)
      return sheet.table.rows.flatMap((_, row) => {
        const isPrinted = own.some((reading) => reading.some(({ column }) => sheet.figure({ row, column }) !== null))
        const readings = isPrinted && behind.length > 0 ? [...own, behind] : own
        const fields = readings.map((reading) => reading.map(({ column }) => ({ row, column })))
        return sheet.tried('columns', { row, column: whole.column }, fields) ?? []
      })
    })
  })
}

function headed({ table }: Sheet, column: number): Headed[] {
  if (!isMoneyColumn(table, column)) return []
  const path = table.columns[column]?.path ?? []
  return [{ column, path: path.filter((word, level) => word !== path[level - 1]) }]
}

function isTotalWord(word: string | undefined): boolean {
  return word !== undefined && isTotalName(word.replace(/[（(].*[)）]$/, ''))
}

/** What a total column may add up, likeliest first; nothing for other columns. */
function readingsOf(whole: Headed, columns: readonly Headed[]): (readonly Headed[])[] {
  const level = whole.path.findIndex(isTotalWord)
  if (level < 0) return []
  const outer = whole.path.slice(0, level)
  const rest = whole.path.slice(level + 1)
  const beside = columns.filter(({ column, path }) => column !== whole.column && beginsWith(path, outer))
  const others = beside.filter(({ path }) => !isTotalWord(path[level]))
  const totals = beside.filter(({ path }) => isTotalWord(path[level]) && sameWords(path.slice(level + 1), rest))
  const all = picked(others, level, rest)
  if (totals.length === 0) return present([all])
  const next = totals.find(({ column }) => column > whole.column)?.column ?? Number.POSITIVE_INFINITY
  const own = picked(
    others.filter(({ column }) => column > whole.column && column < next),
    level,
    rest,
  )
  // 合计 | 小计 | … | 小计 | …: the first may add up everything, the columns up to the next, or the totals behind it.
  const behind = totals.filter(({ column }) => column > whole.column)
  return present(whole.column < (totals[0]?.column ?? 0) ? [all, behind, own] : [own])
}

function present(readings: readonly (readonly Headed[])[]): (readonly Headed[])[] {
  return readings.filter((reading) => reading.length > 0)
}

/** The columns that stand for all of these: of each group of one word, its total where it has one. */
function picked(columns: readonly Headed[], level: number, rest: readonly string[]): Headed[] {
  const groups = new Map<string, Headed[]>()
  for (const headed of columns) {
    const word = headed.path[level] ?? ''
    if (!word.startsWith('其中')) groups.set(word, [...(groups.get(word) ?? []), headed])
  }
  return [...groups.values()].flatMap((group) => pickedOf(group, level, rest))
}

function pickedOf(group: readonly Headed[], level: number, rest: readonly string[]): readonly Headed[] {
  const below = ({ path }: Headed) => path.slice(level + 1)
  const itself = group.find((headed) => sameWords(below(headed), rest))
  if (itself) return [itself]
  const total = group.find((headed) => isTotalWord(below(headed)[0]) && sameWords(below(headed).slice(1), rest))
  if (total) return [total]
  if (rest.length === 0) return picked(group, level + 1, rest)
  return group.filter((headed) => sameWords(below(headed).slice(-rest.length), rest))
}

function beginsWith(path: readonly string[], begin: readonly string[]): boolean {
  return path.length > begin.length && begin.every((word, level) => path[level] === word)
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, level) => word === b[level])
}
