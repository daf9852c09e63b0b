import { compareDecimals } from '../domain/amount.ts'
import { enumeratorLevel, isTotalName, squeeze } from '../domain/name.ts'
import type { PanelRow } from '../tables/rows.ts'
import { childrenOf, codedLists } from './code-sums.ts'
import type { Sheet, SheetPanel } from './sheet.ts'
import type { Field, TriedSum } from './sum-finding.ts'

/** "人员经费合计": the total of a part of its table. */
const TOTAL_OF_PART = /^[^\d]{2,12}(?:合计|小计)$/
/** Accounts of which staff costs (人员经费) consist; the others of a table of basic expenditure run the office. */
const STAFF_CLASSES = /^(?:301|303)/

/** Down the rows: a total is the sum of the rows of the first level that it stands below, or above. */
export function totalSums(sheet: Sheet): TriedSum[] {
  const nested = nestedRows(sheet)
  return sheet.panels.flatMap((half) => {
    const rows = half.rows.filter((row) => row.kind !== 'note')
    const listed = listedUnits(sheet, half)
    const total = (row: PanelRow) => !listed.has(row) && isTotal(sheet, half, row)
    return rows.flatMap((row, at) => {
      if (!total(row)) return []
      const readings = [...neighbourReadings(rows, at, total, nested), ...partReadings(sheet, half, row, nested)]
      return half.panel.amounts.flatMap((column, position) => {
        const fields = readings.map((reading) => reading.map((part) => part(column, position)))
        return sheet.tried('total', { row: row.index, column }, fields) ?? []
      })
    })
  })
}

/** A part of a total, given the column of the total and its position in its half. */
type Part = (column: number, position: number) => Field

/** Rows that the code of another contains: by half, for two halves share the indices of their rows. */
function nestedRows(sheet: Sheet): ReadonlySet<PanelRow> {
  return new Set(
    codedLists(sheet).flatMap((list) => list.flatMap((_, index) => childrenOf(list, index).map(({ row }) => row))),
  )
}

/** A row named after the unit is a total, unless the unit stands beside the name of what it pays for. */
function isTotal(sheet: Sheet, half: SheetPanel, row: PanelRow): boolean {
  const named = row.words.length <= 1 || isTotalName(row.words.at(-1) ?? '')
  return (row.kind === 'total' && named) || totalOfPart(sheet, half, row) !== null
}

/** Rows named after the unit where the total is mostly another figure: the unit is one of several, and no total. */
function listedUnits(sheet: Sheet, { panel, rows }: SheetPanel): ReadonlySet<PanelRow> {
  const totals = rows.filter(isTotalByName)
  const [all] = totals
  const units = rows.filter((row) => row.kind === 'total' && row.label !== '' && !totals.includes(row))
  if (!all) return new Set()
  return new Set(
    units.filter((unit) => {
      const pairs = panel.amounts.flatMap((column) => {
        const [x, y] = [unit, all].map(({ index }) => sheet.figure({ row: index, column }))
        return x && y ? [compareDecimals(x, y) === 0] : []
      })
      return pairs.length > 0 && pairs.filter((same) => same).length * 2 < pairs.length
    }),
  )
}

function isTotalByName({ kind, words }: PanelRow): boolean {
  return kind === 'total' && isTotalName(words.at(-1) ?? '')
}

/** The name of a row that totals a part of its table, in whatever cell it stands. */
function totalOfPart(sheet: Sheet, { panel }: SheetPanel, { index }: PanelRow): string | null {
  const words = [...panel.codes, ...panel.labels].map((column) => squeeze(sheet.text({ row: index, column })))
  return words.find((word) => TOTAL_OF_PART.test(word)) ?? null
}

/** What a total may add up, likeliest first. */
function neighbourReadings(
  rows: readonly PanelRow[],
  at: number,
  total: (row: PanelRow) => boolean,
  nested: ReadonlySet<PanelRow>,
): Part[][] {
  const above = rows.slice(0, at)
  const begin = above.findLastIndex(total)
  const section = above.slice(begin + 1)
  const before = begin < 0 ? [] : above.slice(begin, begin + 1)
  const items = above.filter((row) => !total(row))
  const readings =
    items.length > 0
      ? [
          ...firstLevels(section, nested).map((first) => [...before, ...first]),
          ...firstLevels(section, nested),
          above.filter(total),
          ...firstLevels(items, nested),
          // "一、本年收入" is a total and stands beside 二、.
          ...firstLevels(
            above.filter((row) => !total(row) || levelOf(row) < PLAIN),
            nested,
          ),
        ]
      : belowReadings(rows.slice(at), total, nested)
  return readings.map((reading) =>
    reading.map(
      ({ index }): Part =>
        (column) => ({ row: index, column }),
    ),
  )
}

/** A total printed first adds up the rows below it, up to the next total or of its own level; or the totals below it. */
function belowReadings(
  [first, ...below]: readonly PanelRow[],
  total: (row: PanelRow) => boolean,
  nested: ReadonlySet<PanelRow>,
): (readonly PanelRow[])[] {
  // "一、本年收入" ends at 二、; a total without an enumerator does not.
  const level = first && levelOf(first) < PLAIN ? levelOf(first) : 0
  const end = below.findIndex((row) => total(row) || levelOf(row) <= level)
  const section = below.slice(0, end < 0 ? below.length : end)
  const items = below.filter((row) => !total(row))
  return [...firstLevels(section, nested), below.filter(total), ...firstLevels(items, nested)]
}

/** The rows that no other of them contains, as their codes or their enumerators tell; two readings where these are in doubt. */
function firstLevels(rows: readonly PanelRow[], nested: ReadonlySet<PanelRow>): (readonly PanelRow[])[] {
  if (rows.some(({ code }) => code !== null)) {
    const coded = rows.filter((row) => row.code !== null && !nested.has(row))
    const all = rows.filter((row) => !nested.has(row))
    return coded.length === all.length ? [coded] : [coded, all]
  }
  const [first] = rows
  if (!first) return []
  const level = levelOf(first)
  const same = rows.filter((row) => levelOf(row) === level)
  // Rows without an enumerator stand beside those with one (上年结转) or below them.
  const plain = rows.filter((row) => levelOf(row) === level || levelOf(row) === PLAIN)
  return same.length === plain.length ? [same] : [same, plain]
}

/** Level of a row without an enumerator. */
const PLAIN = 4

function levelOf({ words }: PanelRow): number {
  return enumeratorLevel(words.at(-1) ?? '')
}

/** 人员经费合计 and 公用经费合计 part the accounts of a whole table between them, in whatever halves these stand. */
function partReadings(sheet: Sheet, half: SheetPanel, total: PanelRow, nested: ReadonlySet<PanelRow>): Part[][] {
  const name = totalOfPart(sheet, half, total)
  if (name === null || !/人员|公用/.test(name)) return []
  const staff = name.includes('人员')
  return codedLists(sheet).map((list) =>
    list
      .filter(({ row }) => row.code !== null && !nested.has(row) && STAFF_CLASSES.test(row.code) === staff)
      .map(
        ({ row, panel }): Part =>
          (_, position) => ({ row: row.index, column: panel.panel.amounts[position] ?? -1 }),
      ),
  )
}
