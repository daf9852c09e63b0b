import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

const SLOTS = 8
const BYTES = 8

/** A few numbers of the library's memory, through which it hands results out. */
export class Scratch {
  readonly #call: WrappedPdfiumModule
  readonly #base: number

  constructor(call: WrappedPdfiumModule) {
    this.#call = call
    this.#base = call.pdfium.wasmExports.malloc(SLOTS * BYTES)
  }

  /** Address of a slot, 0 to 7; each has room for a double, and a structure may take several. */
  at(slot: number): number {
    return this.#base + slot * BYTES
  }

  /** The double in a slot. */
  double(slot: number): number {
    return this.#call.pdfium.HEAPF64[this.at(slot) >> 3] ?? 0
  }

  /** The float at a position of a structure of floats that begins in the first slot. */
  float(index: number): number {
    return this.#call.pdfium.HEAPF32[(this.#base >> 2) + index] ?? 0
  }

  /** The integer at a position of a structure of integers that begins in the first slot. */
  integer(index: number): number {
    return this.#call.pdfium.HEAP32[(this.#base >> 2) + index] ?? 0
  }
}
