import { z } from 'zod'
import type { Item, Sample, SamplePage, SampleTable } from './sample-description.ts'
import { columnPaths, plain, plainRows } from './sample-grid.ts'
import type { DrawnCell } from './sample-table-drawing.ts'

const tableTruthSchema = z.strictObject({
  number: z.string().nullable(),
  title: z.string(),
  unit: z.string().nullable(),
  /** Header words above each column, outermost first. */
  columns: z.array(z.array(z.string())),
  /** Rows that print something; a cell over several rows or columns counts as its first, the rest are "". */
  rows: z.array(z.array(z.string())),
  /** The page each row stands on. */
  rowPages: z.array(z.number()),
  /** Page of the caption, and of the last row that prints something. */
  pages: z.tuple([z.number(), z.number()]),
  /** Notes below it. */
  notes: z.array(z.string()),
})

/** What is to be read from a drawn file; white space never counts. */
export const truthSchema = z.strictObject({
  name: z.string(),
  tests: z.string(),
  pages: z.number(),
  tables: z.array(tableTruthSchema),
  /** Paragraphs and headings in reading order, with their wraps undone, page breaks too. */
  prose: z.array(z.string()),
  /** What may be part of no text and no cell: page numbers, running heads, hidden words. */
  absent: z.array(z.string()),
  /** Every figure in a table with its page and its box, to 1 point or so. */
  figures: z.array(
    z.strictObject({
      text: z.string(),
      page: z.number(),
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
  ),
})
export type Truth = z.infer<typeof truthSchema>

/** What a reader should find in a sample whose cells were drawn there. */
export function truthOf(sample: Sample, drawn: readonly DrawnCell[]): Truth {
  const items = sample.pages.flatMap((page, index) =>
    page.copy ? [] : page.items.map((item) => ({ item, page: index + 1 })),
  )
  return {
    name: sample.name,
    tests: sample.tests,
    pages: sample.pages.length,
    tables: tablesOf(items),
    prose: proseOf(items.map(({ item }) => item)),
    absent: sample.pages.flatMap(absentOf).filter((text, index, all) => all.indexOf(text) === index),
    figures: drawn.flatMap(({ text, page, box: [left, top, right, bottom] }) =>
      /^-?[\d,]+(?:\.\d+)?%?$/.test(text) && !sample.pages[page - 1]?.copy
        ? [{ text, page, box: [round(left), round(top), round(right), round(bottom)] }]
        : [],
    ),
  }
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}

function tablesOf(items: readonly { readonly item: Item; readonly page: number }[]): Truth['tables'] {
  const parts = items.flatMap(({ item, page }) => (item.kind === 'table' ? [{ ...item, page }] : []))
  return [...new Set(parts.map(({ table }) => table))].map((table) => {
    const own = parts.filter((part) => part.table === table)
    const pageOf = (row: number) =>
      own.find(({ from = 0, to = table.rows.length }) => row >= from && row < to)?.page ?? 0
    const rows = plainRows(table).flatMap((cells, index) =>
      cells.some((text) => text !== '') ? [{ cells, page: pageOf(index) }] : [],
    )
    return {
      ...captionOf(table),
      columns: columnPaths(table),
      rows: rows.map(({ cells }) => cells),
      rowPages: rows.map(({ page }) => page),
      pages: [own[0]?.page ?? 0, rows.at(-1)?.page ?? own[0]?.page ?? 0],
      notes: (table.notes ?? []).map(plain),
    }
  })
}

function captionOf({ number, title, unit }: SampleTable): Pick<Truth['tables'][number], 'number' | 'title' | 'unit'> {
  return { number: number === undefined ? null : plain(number), title: plain(title), unit: unit ?? null }
}

function proseOf(items: readonly Item[]): string[] {
  const prose: string[] = []
  for (const item of items) {
    const text = textOf(item)
    if (text === null) continue
    const rest = (item.kind === 'prose' && item.part === 'rest') || (item.kind === 'line' && item.rest)
    prose.push(`${rest ? (prose.pop() ?? '') : ''}${plain(text)}`)
  }
  return prose
}

/** What an item says as prose; null for what is none. */
function textOf(item: Item): string | null {
  if (item.kind === 'title' || item.kind === 'prose') return item.text
  return item.kind === 'line' ? item.pieces.map(([, text]) => text).join('') : null
}

function absentOf({ head, foot, items }: SamplePage): string[] {
  const hidden = items.flatMap((item) => (item.kind === 'hidden' ? [item.text] : []))
  return [...(head ? [head] : []), ...(foot ? [foot] : []), ...hidden].map(plain)
}
