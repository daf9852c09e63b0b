import type { Box, PageDrawing } from './drawing.ts'
import { type RuledGrid, readGrid } from './grid.ts'
import { findLines, type PrintedLine } from './printed-line.ts'
import { type PageTable, readRuledTable } from './ruled-table.ts'
import { findFrames, findRulings, type Ruling } from './rulings.ts'
import { findRuns, type Run } from './runs.ts'

/** What a page holds from top to bottom: tables with ruling lines, and the lines printed outside them. */
export interface ReadPage {
  readonly number: number
  readonly width: number
  readonly height: number
  /** See {@link PageDrawing}. */
  readonly shown: PageDrawing['shown']
  readonly confidence: PageDrawing['confidence']
  readonly parts: readonly PagePart[]
  /** Level lines that are no part of a table's grid. */
  readonly rules: readonly Ruling[]
}

export type PagePart =
  | { readonly kind: 'table'; readonly table: PageTable }
  | { readonly kind: 'line'; readonly line: PrintedLine }

/** So far, in points, text may stand over the frame of the table it is printed in. */
const REACH = 2

/** Reads a page into tables and lines. A frame that is around all of a text is no table: what it holds stays lines. */
export function readPage(drawing: PageDrawing): ReadPage {
  const rulings = findRulings(drawing.strokes)
  const grids = findFrames(rulings).flatMap((frame) => readGrid(frame) ?? [])
  const inside = grids.map((): Run[] => [])
  const outside: Run[] = []
  for (const run of findRuns(drawing.glyphs)) {
    const at = grids.findIndex((grid) => holds(grid, run))
    ;(inside[at] ?? outside).push(run)
  }
  const tables = grids.flatMap((grid, index) => readRuledTable(grid, inside[index] ?? []) ?? [])
  const parts: PagePart[] = [
    ...tables.map((table): PagePart => ({ kind: 'table', table })),
    ...findLines(outside).map((line): PagePart => ({ kind: 'line', line })),
  ]
  return {
    number: drawing.number,
    width: drawing.width,
    height: drawing.height,
    shown: drawing.shown,
    confidence: drawing.confidence,
    parts: parts.sort((a, b) => topOf(a) - topOf(b)),
    rules: rulings.level.filter(({ at, from, to }) =>
      grids.every((grid) => !holds(grid, { left: from, right: to, top: at, bottom: at })),
    ),
  }
}

function topOf(part: PagePart): number {
  return part.kind === 'table' ? part.table.top : part.line.top
}

function holds(grid: RuledGrid, { left, right, top, bottom }: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x >= grid.left - REACH && x <= grid.right + REACH && y >= grid.top - REACH && y <= grid.bottom + REACH
}
