import { Canvas } from './sample-canvas.ts'
import type { Ink, Item, Sample, SamplePage } from './sample-description.ts'
import { type DrawnCell, drawTablePart, tableWidth, wrapLine } from './sample-table-drawing.ts'
import { type Truth, truthOf } from './sample-truth.ts'

/** Points that stay white at every side of a page. */
const MARGIN = 54
const BODY: Ink = { size: 11 }
const SMALL: Ink = { size: 9 }

/** Draws a sample and tells what is to be read from it. */
export async function renderSample(sample: Sample): Promise<{ readonly bytes: Uint8Array; readonly truth: Truth }> {
  const canvas = new Canvas()
  const drawn = sample.pages.flatMap((page) => drawPage(canvas, page))
  return { bytes: await canvas.end(), truth: truthOf(sample, drawn) }
}

/** Draws a page on the next sheet; gives the cells of its tables. */
export function drawPage(canvas: Canvas, page: SamplePage): DrawnCell[] {
  canvas.begin(page)
  if (page.head) centred(canvas, page.head, 36, SMALL)
  if (page.foot) centred(canvas, page.foot, canvas.height - 30, SMALL)
  let y = MARGIN
  return page.items.flatMap((item) => {
    const { bottom, cells } = drawItem(canvas, item, y)
    y = bottom
    return cells
  })
}

function drawItem(canvas: Canvas, item: Item, top: number): { readonly bottom: number; readonly cells: DrawnCell[] } {
  switch (item.kind) {
    case 'title':
      return { bottom: heading(canvas, item.text, top, item.ink ?? { size: 16 }), cells: [] }
    case 'prose':
      return { bottom: paragraph(canvas, item, top), cells: [] }
    case 'table':
      return drawTable(canvas, item, top)
    case 'contents':
      return { bottom: contents(canvas, item, top), cells: [] }
    case 'line':
      for (const [left, text] of item.pieces) canvas.text(text, left, top + 11, BODY)
      return { bottom: top + 11 * 1.6, cells: [] }
    case 'hidden':
      canvas.text(item.text, item.at[0], item.at[1], {}, item.how)
      return { bottom: top, cells: [] }
    case 'gap':
      return { bottom: top + item.height, cells: [] }
  }
}

function centred(canvas: Canvas, text: string, base: number, ink: Ink): void {
  canvas.text(text, (canvas.width - canvas.measure(text, ink)) / 2, base, ink)
}

function heading(canvas: Canvas, text: string, top: number, ink: Ink): number {
  const size = ink.size ?? 16
  centred(canvas, text, top + size, ink)
  return top + size * 1.8
}

/** The first line is set in by two characters, unless the paragraph goes on from the page before. */
function paragraph(canvas: Canvas, item: Extract<Item, { kind: 'prose' }>, top: number): number {
  const ink = { size: 11, ...item.ink }
  const indent = item.part === 'rest' ? 0 : ink.size * 2
  const room = canvas.width - 2 * MARGIN
  const lines = wrapLine(canvas, item.text, room, ink, room - indent)
  lines.forEach((line, index) => {
    canvas.text(line, MARGIN + (index === 0 ? indent : 0), top + ink.size + index * ink.size * 1.6, ink)
  })
  return top + lines.length * ink.size * 1.6
}

/** A caption of up to three lines, the part of the table, and its notes below the last part. */
function drawTable(canvas: Canvas, item: Extract<Item, { kind: 'table' }>, top: number): ReturnType<typeof drawItem> {
  const { table, from = 0, to = table.rows.length, header = true } = item
  const left = (canvas.width - tableWidth(table)) / 2
  let y = (item.caption ?? from === 0) ? caption(canvas, table, left, top) : top
  const { bottom, cells } = drawTablePart(canvas, { table, from, to, header }, left, y)
  y = bottom
  for (const note of to === table.rows.length ? (table.notes ?? []) : []) {
    y += 14
    canvas.text(note, left, y, { size: 9, ...table.ink })
  }
  return { bottom: y + 18, cells }
}

function caption(canvas: Canvas, table: Extract<Item, { kind: 'table' }>['table'], left: number, top: number): number {
  const right = left + tableWidth(table)
  const ink = { ...table.ink, size: 9 }
  let y = top
  if (table.number) {
    y += 12
    canvas.text(table.number, right - canvas.measure(table.number, ink), y, ink)
  }
  y += 20
  centred(canvas, table.title, y, { ...table.ink, size: 14 })
  y += 18
  if (table.keeper) canvas.text(table.keeper, left, y, ink)
  const unit = table.unit ? `单位：${table.unit}` : ''
  if (unit) canvas.text(unit, right - canvas.measure(unit, ink), y, ink)
  return y + 6
}

function contents(canvas: Canvas, item: Extract<Item, { kind: 'contents' }>, top: number): number {
  const right = canvas.width - MARGIN
  return item.entries.reduce((y, [name, page]) => {
    const base = y + 20
    const end = canvas.text(name, MARGIN, base, BODY)[2]
    const number = String(page)
    const at = right - canvas.measure(number, BODY)
    const dots = '.'.repeat(Math.floor((at - end - 6) / canvas.measure('.', BODY)))
    if (item.dots ?? true) canvas.text(dots, end + 3, base, BODY)
    canvas.text(number, at, base, BODY)
    return base
  }, top)
}
