import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { type DirectCalls, directCalls } from './direct.ts'
import { Scratch } from './scratch.ts'

/** The library with memory to hand values over in. */
export interface Pdfium {
  readonly call: WrappedPdfiumModule
  readonly direct: DirectCalls
  readonly scratch: Scratch
}

let loading: Promise<Pdfium> | null = null

/** The library, loaded once a thread (about 50 ms). */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= load()
  return loading
}

async function load(): Promise<Pdfium> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const call = await init({ wasmBinary: new Uint8Array(readFileSync(file)).buffer })
  call.PDFiumExt_Init()
  return { call, direct: directCalls(call), scratch: new Scratch(call) }
}
