/* eslint-disable @typescript-eslint/no-unsafe-call -- INTERIM: the real reading takes its place */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { Block, RawCell } from '../../domain/block.ts'
import type { Warning } from '../../domain/document.ts'
import type { Box, Place } from '../../domain/place.ts'
import { Problem } from '../../domain/problem.ts'

/** Who watches the reading of a long file, and what it may leave out. */
export interface PageWatch {
  /** Told when a page has been read; 1-based. */
  readonly onPage?: (page: number, of: number) => void
  /** Pages that were given up on before: left out, with a warning each. */
  readonly skip?: ReadonlySet<number>
}

/** A document of pages as text: blocks count their lines in `lines`, and each line stands at its place. */
export interface PagedText {
  readonly lines: readonly string[]
  /** One a line. */
  readonly places: readonly Place[]
  readonly blocks: readonly Block[]
  readonly warnings: readonly Warning[]
}

/**
 * Reads a PDF. Throws Problem "pdf-protected" where it asks for a password, "pdf-damaged", "file-empty" where it has no
 * page, "pdf-pictures-only" where no page has text.
 *
 * INTERIM: runs of text on one height are a row of cells, where there are several; the real reading takes its place.
 */
export async function readPdf(bytes: Uint8Array, file: string, watch: PageWatch = {}): Promise<PagedText> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const call = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  call.PDFiumExt_Init()
  const at = call.pdfium.wasmExports.malloc(bytes.length)
  for (const [index, byte] of bytes.entries()) call.pdfium.setValue(at + index, byte, 'i8')
  const document = call.FPDF_LoadMemDocument(at, bytes.length, '')
  if (document === 0) throw new Problem('pdf-damaged', `${file} is damaged: it cannot be opened as a PDF.`)
  const [lines, places, blocks, warnings]: [string[], Place[], Block[], Warning[]] = [[], [], [], []]
  const of = call.FPDF_GetPageCount(document)
  for (let page = 1; page <= of; page += 1) {
    if (watch.skip?.has(page)) {
      const message = `Page ${page} could not be read and is left out.`
      warnings.push({ code: 'page-unread', message, line: null, page })
      continue
    }
    for (const row of rowsOf(call, document, page - 1)) {
      const cells = row.map(({ text, box }): RawCell => {
        places.push({ kind: 'page', page, box })
        return { text, line: lines.push(text) }
      })
      const last = blocks.at(-1)
      const [only] = cells
      if (cells.length === 1 && only) blocks.push({ kind: 'paragraph', spans: [only] })
      else if (last?.kind === 'grid') blocks.splice(-1, 1, { kind: 'grid', rows: [...last.rows, cells] })
      else blocks.push({ kind: 'grid', rows: [cells] })
    }
    watch.onPage?.(page, of)
  }
  if (lines.length === 0) throw new Problem('pdf-pictures-only', `${file} has no text.`)
  return { lines, places, blocks, warnings }
}

interface Run {
  readonly text: string
  readonly box: Box
}

function rowsOf(call: WrappedPdfiumModule, document: number, index: number): Run[][] {
  const page = call.FPDF_LoadPage(document, index)
  const height = call.FPDF_GetPageHeightF(page)
  const text = call.FPDFText_LoadPage(page)
  const edges = call.pdfium.wasmExports.malloc(32)
  const rows: Run[][] = []
  let bottom = 0
  for (let at = 0; at < call.FPDFText_CountRects(text, 0, -1); at += 1) {
    call.FPDFText_GetRect(text, at, edges, edges + 8, edges + 16, edges + 24)
    const edge = (place: number) => Math.round(call.pdfium.getValue(edges + place * 8, 'double') * 100) / 100
    const [left, top, right, below] = [edge(0), edge(1), edge(2), edge(3)]
    const length = call.FPDFText_GetBoundedText(text, left, top, right, below, 0, 0)
    const buffer = call.pdfium.wasmExports.malloc(length * 2 + 2)
    call.FPDFText_GetBoundedText(text, left, top, right, below, buffer, length)
    const units = Array.from({ length }, (_, unit) => call.pdfium.getValue(buffer + unit * 2, 'i16') & 0xffff)
    const run: Run = {
      text: String.fromCharCode(...units)
        .replaceAll('\0', '')
        .trim(),
      box: [left, Math.round((height - top) * 100) / 100, right, Math.round((height - below) * 100) / 100],
    }
    if (run.text === '') continue
    const row = rows.at(-1)
    if (row && Math.abs(below - bottom) < 4) row.push(run)
    else rows.push([run])
    bottom = below
  }
  return rows
}
