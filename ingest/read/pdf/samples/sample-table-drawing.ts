import type { Canvas } from './sample-canvas.ts'
import type { Box, Ink, Rulings, SampleTable } from './sample-description.ts'
import { type PlacedCell, placedCells } from './sample-grid.ts'

/** A cell of the body as it was drawn. */
export interface DrawnCell {
  readonly text: string
  readonly page: number
  readonly box: Box
}

/** Words keep this far from the edges of their cell. */
const PADDING = 3
const LEADING = 1.25

/** The rows of a table that stand on one page. */
export interface TablePart {
  readonly table: SampleTable
  readonly from: number
  readonly to: number
  readonly header: boolean
}

/** Width of a table in points. */
export function tableWidth({ columns }: SampleTable): number {
  return columns.reduce((width, column) => width + column.width, 0)
}

/** Draws header and rows of a part with the left upper corner at a place; gives what it drew and where it ends. */
export function drawTablePart(
  canvas: Canvas,
  part: TablePart,
  left: number,
  top: number,
): { readonly bottom: number; readonly cells: DrawnCell[] } {
  const { table } = part
  const ink = table.ink ?? {}
  const xs = running(
    left,
    table.columns.map(({ width }) => width),
  )
  const head = part.header ? placedCells(table.header, table.columns.length) : []
  const lines = part.header ? table.header.length : 0
  const body = placedCells(table.rows, table.columns.length).flatMap((cell) => clipped(cell, part))
  const cells = [...head, ...body.map((cell) => ({ ...cell, row: cell.row + lines }))]
  const wrapped = cells.map((cell) => wrap(canvas, cell, xs, ink))
  const heights = rowHeights(cells, wrapped, lines + part.to - part.from, table)
  const ys = running(top, heights)
  if (table.shaded) shade(canvas, { xs, ys, header: lines })
  rule(canvas, table.rulings, cells, { xs, ys, header: lines })
  const drawn = cells.flatMap((cell, index) => {
    const box = drawCell(canvas, cell, wrapped[index] ?? [], { xs, ys, header: lines }, table)
    return cell.row < lines || box === null ? [] : [{ text: cell.text, page: canvas.page, box }]
  })
  return { bottom: ys.at(-1) ?? top, cells: drawn }
}

/** What stands of a cell between two rows, counted from the first of them; its words are printed once, at its beginning. */
function clipped(cell: PlacedCell, { from, to }: TablePart): PlacedCell[] {
  const [first, last] = [Math.max(cell.row, from), Math.min(cell.row + cell.down, to)]
  if (first >= last) return []
  return [{ ...cell, text: first === cell.row ? cell.text : '', row: first - from, down: last - first }]
}

/** Where columns and rows begin and end, and how many rows are header. */
interface Edges {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly header: number
}

function running(from: number, steps: readonly number[]): number[] {
  const edges = [from]
  for (const step of steps) edges.push((edges.at(-1) ?? from) + step)
  return edges
}

/** The lines of a cell: where its text breaks, and where its width breaks them. */
function wrap(canvas: Canvas, cell: PlacedCell, xs: readonly number[], ink: Ink): string[] {
  const room = (xs[cell.column + cell.across] ?? 0) - (xs[cell.column] ?? 0) - 2 * PADDING
  return cell.text.split('\n').flatMap((line) => wrapLine(canvas, line, room, ink))
}

/** Breaks a line between any two characters, as Chinese text is; figures stay whole. */
export function wrapLine(canvas: Canvas, text: string, room: number, ink: Ink, firstRoom = room): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\dA-Za-z.,%-]+|./g) ?? []) {
    const longer = line + piece
    const bound = lines.length === 0 ? firstRoom : room
    // A mark never begins a line.
    if (line !== '' && canvas.measure(longer, ink) > bound && !/^[，。、；：）”]$/.test(piece)) {
      lines.push(line)
      line = piece
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function rowHeights(
  cells: readonly PlacedCell[],
  wrapped: readonly (readonly string[])[],
  count: number,
  table: SampleTable,
): number[] {
  const size = table.ink?.size ?? 10
  const heights = Array.from({ length: count }, () => table.rowHeight ?? size * 1.7)
  cells.forEach((cell, index) => {
    const needed = ((wrapped[index]?.length ?? 1) * size * LEADING + PADDING) / cell.down
    for (let row = cell.row; row < cell.row + cell.down; row += 1) heights[row] = Math.max(heights[row] ?? 0, needed)
  })
  return heights
}

/** Draws the words in the middle of their cell; gives the box around all of its lines, null for a blank cell. */
function drawCell(
  canvas: Canvas,
  cell: PlacedCell,
  wrapped: readonly string[],
  { xs, ys, header }: Edges,
  table: SampleTable,
): Box | null {
  const ink = table.ink ?? {}
  const size = ink.size ?? 10
  const [left, right] = [xs[cell.column] ?? 0, xs[cell.column + cell.across] ?? 0]
  const [top, bottom] = [ys[cell.row] ?? 0, ys[cell.row + cell.down] ?? ys.at(-1) ?? 0]
  const align = cell.align ?? (cell.row < header ? 'center' : (table.columns[cell.column]?.align ?? 'left'))
  const first = (top + bottom) / 2 - (wrapped.length * size * LEADING) / 2 + size * 1.0 + cell.drop
  const boxes = wrapped.map((line, index) => {
    const spare = right - left - 2 * PADDING - canvas.measure(line, ink)
    const x = left + PADDING + (align === 'right' ? spare : align === 'center' ? spare / 2 : 0)
    return canvas.text(line, x, first + index * size * LEADING, ink)
  })
  return boxes.length === 0 ? null : united(boxes)
}

function united(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ]
}

function rule(canvas: Canvas, rulings: Rulings, cells: readonly PlacedCell[], edges: Edges): void {
  switch (rulings) {
    case 'none':
      return
    case 'open':
      openLines(canvas, edges)
      return
    case 'level':
      for (const [x1, y1, x2] of ruledLines(cells, edges).filter(([, top, , base]) => top === base))
        canvas.line(x1, y1, x2, y1)
      return
    case 'frames':
      frames(canvas, cells, edges)
      return
    case 'stroked':
      for (const [x1, y1, x2, y2] of ruledLines(cells, edges)) canvas.line(x1, y1, x2, y2)
      return
    case 'sideless':
      for (const [x1, y1, x2, y2] of ruledLines(cells, edges)) {
        if (x1 !== x2 || (x1 !== edges.xs[0] && x1 !== edges.xs.at(-1))) canvas.line(x1, y1, x2, y2)
      }
      return
    case 'filled':
      for (const [x1, y1, x2, y2] of ruledLines(cells, edges)) {
        canvas.rectangle(x1 - 0.25, y1 - 0.25, x2 - x1 + 0.5, y2 - y1 + 0.5, 'filled')
      }
  }
}

/** The header in one piece, then a piece a row. */
function shade(canvas: Canvas, { xs, ys, header }: Edges): void {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0]
  const grey = (from: number, to: number) => {
    const [top, bottom] = [ys[from] ?? 0, ys[to] ?? 0]
    canvas.rectangle(left, top, right - left, bottom - top, 'grey')
  }
  if (header > 0) grey(0, header)
  for (let row = header + 1; row + 1 < ys.length; row += 2) grey(row, row + 1)
}

function openLines(canvas: Canvas, { xs, ys, header }: Edges): void {
  for (const y of new Set([ys[0] ?? 0, ys[header] ?? 0, ys.at(-1) ?? 0])) {
    canvas.line(xs[0] ?? 0, y, xs.at(-1) ?? 0, y)
  }
}

function frames(canvas: Canvas, cells: readonly PlacedCell[], { xs, ys }: Edges): void {
  for (const { row, column, across, down } of cells) {
    const [x, y] = [xs[column] ?? 0, ys[row] ?? 0]
    canvas.rectangle(x, y, (xs[column + across] ?? x) - x, (ys[row + down] ?? y) - y, 'stroked')
  }
}

/** The lines between cells, each as long as nothing merged interrupts it. */
function ruledLines(cells: readonly PlacedCell[], { xs, ys }: Edges): Box[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const owner = (row: number, column: number) =>
    cells.findIndex(
      (cell) =>
        row >= cell.row && row < cell.row + cell.down && column >= cell.column && column < cell.column + cell.across,
    )
  const owners = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, at) => owner(row, at)))
  const at = (row: number, column: number) => owners[row]?.[column] ?? -1
  const lying = ys.flatMap((y, row) =>
    stretches(columns, (column) => at(row - 1, column) !== at(row, column)).map(
      ([from, to]): Box => [xs[from] ?? 0, y, xs[to] ?? 0, y],
    ),
  )
  const standing = xs.flatMap((x, column) =>
    stretches(rows, (row) => at(row, column - 1) !== at(row, column)).map(
      ([from, to]): Box => [x, ys[from] ?? 0, x, ys[to] ?? 0],
    ),
  )
  return [...lying, ...standing]
}

/** Runs of indices for which something holds: first, and the one behind the last. */
function stretches(length: number, holds: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let index = 0; index < length; index += 1) {
    if (!holds(index)) continue
    const last = found.at(-1)
    if (last && last[1] === index) last[1] = index + 1
    else found.push([index, index + 1])
  }
  return found
}
