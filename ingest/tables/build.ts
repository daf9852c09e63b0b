import type { Block } from '../domain/block.ts'
import { isTotalName, squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Cell, Row, Table } from '../domain/table.ts'
import { alignRows } from './align.ts'
import { withBandsBeside } from './band-rows.ts'
import { describeColumns, type Panel, splitPanels } from './columns.ts'
import { headerLength, headerPaths } from './header.ts'
import { filledCells, type RawRow, wordsOf } from './raw-row.ts'
import { findRegions, type Region } from './region.ts'
import { tableRole } from './role.ts'
import { type PanelRow, readRows, rowLines } from './rows.ts'
import { ruledHeaderPaths } from './ruled-header.ts'
import { readCaption, unitOf } from './title.ts'

/** A table with the halves it was read in, which facts need to pair each amount with its own row name. */
export interface BuiltTable {
  readonly table: Table
  readonly panels: readonly { readonly panel: Panel; readonly rows: readonly PanelRow[] }[]
  /** Rows of cells below the header, aligned with the columns. */
  readonly body: readonly RawRow[]
  readonly section: readonly string[]
  /** All rows as printed, header included: forms are read from these. */
  readonly printed: readonly RawRow[]
  /** Indices into `printed` where a new page begins. */
  readonly breaks: readonly number[]
}

/** Rows at the top of a table that may state its unit, and those that may name a form's project. */
const UNIT_ROWS = 4
const PROJECT_ROWS = 6

/** Every table of a document, in reading order; `unit` are the names that its unit goes by. */
export function buildTables(blocks: readonly Block[], documentId: string, unit: readonly string[]): BuiltTable[] {
  return findRegions(blocks).map((region, index) =>
    buildTable({ ...region, ...withBandsBeside(region.rows, region.breaks) }, `${documentId}-t${index + 1}`, unit),
  )
}

/** The cells tell what the columns hold, and the columns where shifted cells belong: hence they are described twice. */
function buildTable(region: Region, id: string, unit: readonly string[]): BuiltTable {
  const width = tableWidth(region.rows)
  const length = headerLength(region.rows)
  const header = region.rows.slice(0, length).filter(isLevelOfHeader)
  const paths = region.ruled ? ruledHeaderPaths(header, width) : headerPaths(header, width)
  const raw = region.rows.slice(length)
  const described = describeColumns(paths, raw)
  const breaks = region.breaks.map((at) => at - length).filter((at) => at > 0)
  const body = region.ruled ? raw : alignRows(raw, breaks, described)
  const columns = describeColumns(paths, body)
  const placed = body.map((row) => ({ row, source: rowLines(row) }))
  const panels = splitPanels(columns).map((panel) => ({ panel, rows: readRows(placed, panel, columns, unit) }))
  const caption = readCaption(region.preamble)
  const title = caption.title || titleInGrid(region.rows)
  const first = region.rows[0]?.[0]?.line ?? 1
  const last = region.rows.at(-1)?.at(-1)?.line ?? first
  const table: Table = {
    id,
    number: caption.number,
    title,
    role: tableRole({ title, columns, panels: panels.map(({ rows }) => rows) }),
    unit: caption.unit ?? unitInCells(region.rows),
    project: projectOf(region.rows) ?? projectOf(region.formTop),
    columns,
    rows: describeRows(body, panels),
    cells: body.flatMap((row, index) => rowCells(row, index, width)),
    emptyNote: emptyNote(region),
    source: { kind: 'lines', from: caption.line ?? first, to: last },
  }
  return { table, panels, body, section: region.section, printed: region.rows, breaks: region.breaks }
}

/** A table of more cells is none of a budget; columns past this are left unread, and what they print is told as such. */
const MOST_CELLS = 500_000
/** However many rows there are, so many columns are read. */
const LEAST_COLUMNS = 40

/** Width without the columns on the right that are blank in every row. */
function tableWidth(rows: readonly RawRow[]): number {
  const width = rows.reduce((widest, row) => Math.max(widest, row.findLastIndex(({ text }) => text !== '') + 1), 0)
  return Math.min(width, Math.max(LEAST_COLUMNS, Math.floor(MOST_CELLS / rows.length)))
}

function describeRows(body: readonly RawRow[], panels: BuiltTable['panels']): Row[] {
  const found = body.map((): PanelRow[] => [])
  for (const { rows } of panels) for (const row of rows) found[row.index]?.push(row)
  return body.map((row, index) => describeRow(row, found[index] ?? []))
}

/** A row of the table as a whole: what the first of its halves that names it says. */
function describeRow(row: RawRow, found: readonly PanelRow[]): Row {
  const named = found.find((candidate) => candidate.label !== '') ?? found[0]
  if (!named) return { kind: 'note', code: null, label: '', parents: [], source: lines(row[0]?.line ?? 1) }
  return { kind: named.kind, code: named.code, label: named.label, parents: named.parents, source: named.source }
}

function rowCells(row: RawRow, index: number, width: number): Cell[] {
  return row
    .slice(0, width)
    .flatMap((cell, column) =>
      cell.text === '' ? [] : [{ row: index, column, text: cell.text, source: lines(cell.line) }],
    )
}

/** A form that begins with a row of one cell prints its title there. */
function titleInGrid(rows: readonly RawRow[]): string {
  const [word = '', ...others] = wordsOf(rows[0] ?? [])
  return others.length === 0 && word.endsWith('表') ? word : ''
}

/** A row that only prints the table's title or unit inside the grid says nothing of any column. */
function isLevelOfHeader(row: RawRow, index: number): boolean {
  const [word = '', ...others] = wordsOf(row)
  return others.length > 0 || (unitOf(word) === null && !(index === 0 && word.endsWith('表')))
}

function unitInCells(rows: readonly RawRow[]): string | null {
  const units = rows.slice(0, UNIT_ROWS).flatMap((row) => row.flatMap((cell) => unitOf(cell.text) ?? []))
  return units[0] ?? null
}

/** What stands beside 项目名称 where it heads a column of projects. */
const LISTS_PROJECTS =
  /^(?:项目|主管|实施|承担|预算)?(?:单位|部门)(?:名称)?$|(?:绩效|年度|总体)目标$|科目|金额|合计|预算|目录|采购|一级指标|^项目支出|[（(](?:万元|元)[)）]$/

/** The project that a form names in its first rows ("项目名称 | … | 河道整治费"). */
function projectOf(rows: readonly RawRow[]): string | null {
  for (const row of rows.slice(0, PROJECT_ROWS)) {
    const at = row.findIndex((cell) => /^项目名称[：:]?$/.test(squeeze(cell.text)))
    if (at < 0) continue
    const [next] = filledCells(row.slice(at + 1))
    if (next && !isTotalName(next.text) && !LISTS_PROJECTS.test(squeeze(next.text))) return squeeze(next.text)
  }
  return null
}

function emptyNote(region: Region): Table['emptyNote'] {
  const note = region.notes.find(({ text }) =>
    /空表|为空|无(?:政府性基金|国有资本|征收|此项|相关|数据)|没有/.test(text),
  )
  return note ? { text: note.text, source: lines(note.line) } : null
}
