import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paragraphText } from './domain/block.ts'
import { squeeze } from './domain/name.ts'
import type { PagePlace } from './domain/place.ts'
import type { Table } from './domain/table.ts'
import { readPdf } from './read/pdf/read-pdf.ts'
import { SAMPLES } from './read/pdf/samples/sample-all.ts'
import { pdfContent } from './read/pdf/samples/sample-content.ts'
import { renderSample } from './read/pdf/samples/sample-render.ts'
import { type Truth, truthSchema } from './read/pdf/samples/sample-truth.ts'
import type { Transcript } from './read/transcript.ts'
import { buildTables } from './tables/build.ts'

const GOLDEN = new URL('read/pdf/golden/', import.meta.url)
/** Points that the box of a figure may differ by from where it was drawn. */
const NEAR = 4

function golden(name: string): { readonly bytes: Uint8Array; readonly truth: Truth } {
  const truth: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, GOLDEN), 'utf8'))
  return { bytes: readFileSync(new URL(`${name}.pdf`, GOLDEN)), truth: truthSchema.parse(truth) }
}

type PagedText = Transcript<PagePlace>

/** A table in the words of a golden file. */
function described({ places }: PagedText, table: Table): Omit<Truth['tables'][number], 'notes'> {
  const pageOf = (line: number | undefined) => places[(line ?? 0) - 1]?.page ?? 0
  const rows = table.rows
    .map((_, row) => table.cells.filter((cell) => cell.row === row))
    .filter((cells) => cells.length > 0)
  const rowPages = rows.map(([cell]) => pageOf(cell?.source.from))
  const pages = [pageOf(table.source.from), ...rowPages]
  return {
    number: table.number,
    title: squeeze(table.title),
    unit: table.unit,
    columns: table.columns.map(({ path }) => path.map(squeeze)),
    rows: rows.map((cells) =>
      table.columns.map((_, column) => squeeze(cells.find((cell) => cell.column === column)?.text ?? '')),
    ),
    rowPages,
    pages: [Math.min(...pages), Math.max(...pages)],
  }
}

/** Every heading and paragraph, white space left out. */
function proseOf({ blocks }: PagedText): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'grid') return []
    return [squeeze(block.kind === 'heading' ? block.text : paragraphText(block))]
  })
}

/** As many of the wanted texts as are found one behind the other. */
function inOrder(texts: readonly string[], wanted: readonly string[]): string[] {
  let at = 0
  for (const text of texts) if (text === wanted[at]) at += 1
  return wanted.slice(0, at)
}

/** The figures of cells whose line does not stand where they were drawn. */
function misplaced({ lines, places }: PagedText, { figures }: Truth): Truth['figures'] {
  return figures.filter(
    ({ text, page, box }) =>
      !places.some(
        (place, index) =>
          squeeze(lines[index] ?? '').includes(text) &&
          place.page === page &&
          place.box.every((edge, side) => Math.abs(edge - (box[side] ?? 0)) <= NEAR),
      ),
  )
}

describe.each(SAMPLES.map(({ name, tests }) => ({ name, tests })))('$name ($tests)', ({ name }) => {
  const { bytes, truth } = golden(name)
  const read = () => readPdf(bytes, `${name}.pdf`)

  it('has its tables read', async () => {
    const paged = await read()
    const tables = buildTables(paged.blocks, 'd', []).map(({ table }) => described(paged, table))
    expect(tables).toEqual(truth.tables.map(({ notes: _, ...table }) => table))
  })

  it('has its figures placed', async () => {
    expect(misplaced(await read(), truth)).toEqual([])
  })

  it('has its prose read in order, and nothing that is no part of it', async () => {
    const paged = await read()
    const texts = proseOf(paged)
    const wanted = [...truth.prose, ...truth.tables.flatMap(({ notes }) => notes)]
    expect(wanted.filter((text) => !texts.includes(text))).toEqual([])
    expect(inOrder(texts, truth.prose)).toEqual(truth.prose)
    const all = paged.lines.map(squeeze)
    expect(truth.absent.filter((text) => all.includes(text))).toEqual([])
  })
})

describe('the golden files', () => {
  it.each(SAMPLES.map((sample) => ({ sample, name: sample.name })))('hold $name as it is drawn', async ({ sample }) => {
    const { bytes, truth } = await renderSample(sample)
    const held = golden(sample.name)
    expect(held.truth).toEqual(truth)
    expect(pdfContent(held.bytes)).toEqual(pdfContent(bytes))
    expect(held.bytes.length).toBeLessThan(80_000)
  })

  it('are those of the samples and no others', () => {
    const files = SAMPLES.flatMap(({ name }) => [`${name}.json`, `${name}.pdf`])
    expect(readdirSync(GOLDEN).sort()).toEqual(files.sort())
  })
})
