import type { Block } from '../domain/block.ts'
import { Problem } from '../domain/problem.ts'
import { refuseBeyondBounds, TRANSCRIPT_BOUNDS } from './bounds.ts'
import { decodeText, splitLines } from './decode.ts'
import { isHtml } from './html/detect-html.ts'
import { readHtml } from './html/read-html.ts'
import { type PageWatch, readPdf } from './pdf/read-pdf.ts'
import type { Transcript } from './transcript.ts'

/** A text file's lines as it is cited from. Its blocks are read from them by the reader of its format. */
export interface TextFile {
  readonly lines: readonly string[]
  readonly encoding: string
  readonly places: null
}

/** A file that its reader wrote down line by line, with its blocks. */
export interface TranscribedFile extends Transcript {
  readonly encoding: string
}

/** Turns numbered lines into blocks; one implementation a format, all held to one contract suite. */
export type BlockReader = (lines: readonly string[]) => Block[]

const ARCHIVE_SIGNATURE = [0x50, 0x4b, 0x03, 0x04]

/** First bytes of files that look like something else than text, so that the refusal can name them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: ARCHIVE_SIGNATURE, name: 'a Word, Excel or ZIP file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office file (.doc, .xls)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
]

const PDF_SIGNATURE = '%PDF-'
/** Readers of PDF look for the signature this far: some programs write a few bytes of their own before it. */
const PDF_SIGNATURE_WITHIN = 1024

/** What a file is, by its content: a PDF, an archive (Word and Excel files are), HTML, or else a text. */
export type Format = 'pdf' | 'archive' | 'html' | 'text'

export function formatOf(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_SIGNATURE_WITHIN))
  if (ARCHIVE_SIGNATURE.every((byte, at) => bytes[at] === byte)) return 'archive'
  if (head.includes(PDF_SIGNATURE)) return 'pdf'
  return isHtml(bytes) ? 'html' : 'text'
}

/** Reads a file by its content, not its name. Throws the Problems of {@link readFileText} or those of its format. */
export async function readFileContent(
  bytes: Uint8Array,
  file: string,
  watch: PageWatch = {},
): Promise<TextFile | TranscribedFile> {
  const format = formatOf(bytes)
  if (format !== 'pdf' && format !== 'html') return readFileText(bytes, file)
  const transcribed =
    format === 'html' ? readHtml(bytes, file) : { ...(await readPdf(bytes, file, watch)), encoding: 'pdf' }
  refuseBeyondBounds(transcribed.lines.join('\n'), file, TRANSCRIPT_BOUNDS)
  return transcribed
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
