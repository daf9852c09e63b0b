import type { Block } from '../domain/block.ts'
import type { Warning } from '../domain/document.ts'
import type { Place } from '../domain/place.ts'
import { Problem } from '../domain/problem.ts'
import { PAGES_BOUNDS, refuseBeyondBounds } from './bounds.ts'
import { decodeText, splitLines } from './decode.ts'
import { type PageWatch, readPdf } from './pdf/read-pdf.ts'

/** A text file's lines as it is cited from. Its blocks are read from them by the reader of its format. */
export interface TextFile {
  readonly lines: readonly string[]
  readonly encoding: string
  readonly places: null
}

/** A file of pages, written down line by line: a cell a line, a printed line of prose a line. */
export interface PagedFile {
  readonly lines: readonly string[]
  readonly encoding: 'pdf'
  /** One a line. */
  readonly places: readonly Place[]
  readonly blocks: readonly Block[]
  readonly warnings: readonly Warning[]
}

/** Turns numbered lines into blocks; one implementation a format, all held to one contract suite. */
export type BlockReader = (lines: readonly string[]) => Block[]

/** First bytes of files that look like something else than text, so that the refusal can name them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a Word, Excel or ZIP file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office file (.doc, .xls)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
]

const PDF_SIGNATURE = '%PDF-'
/** Readers of PDF look for the signature this far: some programs write a few bytes of their own before it. */
const PDF_SIGNATURE_WITHIN = 1024

/** Whether a file is a PDF, by its content. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_SIGNATURE_WITHIN))
  return head.includes(PDF_SIGNATURE)
}

/** Reads a file by its content, not its name. Throws the Problems of {@link readFileText} or those of a PDF. */
export async function readFileContent(
  bytes: Uint8Array,
  file: string,
  watch: PageWatch = {},
): Promise<TextFile | PagedFile> {
  if (!isPdf(bytes)) return readFileText(bytes, file)
  const paged = await readPdf(bytes, file, watch)
  refuseBeyondBounds(paged.lines.join('\n'), file, PAGES_BOUNDS)
  return { ...paged, encoding: 'pdf' }
}

/** Decodes a text file. Throws Problem "format-unsupported", "file-empty", "encoding-unknown" or "file-too-large". */
export function readFileText(bytes: Uint8Array, file: string): TextFile {
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))
  if (known) {
    throw new Problem('format-unsupported', `${file} is ${known.name}; this version reads text, Markdown and PDF only.`)
  }
  const { text, encoding } = decodeText(bytes, file)
  refuseBeyondBounds(text, file)
  return { lines: splitLines(text), encoding, places: null }
}
