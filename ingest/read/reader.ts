import type { Block } from '../domain/block.ts'
import { Problem } from '../domain/problem.ts'
import { refuseBeyondBounds, TRANSCRIPT_BOUNDS } from './bounds.ts'
import { separatedValues } from './csv/detect-csv.ts'
import { readCsv } from './csv/read-csv.ts'
import { decodeText, splitLines } from './decode.ts'
import { isHtml } from './html/detect-html.ts'
import { readHtml } from './html/read-html.ts'
import { isOle, oleProblem } from './office/ole.ts'
import type { PageWatch } from './pdf/read-pages.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readOffice } from './read-office.ts'
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

/** First bytes of files that look like something else than text, so that the refusal can name them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
]

/** A part of an archive, or the end of an empty one, or a piece of one in several. */
const ARCHIVE_SIGNATURES: readonly string[] = ['504b0304', '504b0506', '504b0708']
const PDF_SIGNATURE = '%PDF-'
/** Readers of PDF look for the signature this far: some programs write a few bytes of their own before it. */
const PDF_SIGNATURE_WITHIN = 1024

/** What a file is, by its content: a PDF, an archive (Word and Excel files are), HTML, or else a text. */
export type Format = 'pdf' | 'archive' | 'html' | 'text'

export function formatOf(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_SIGNATURE_WITHIN))
  if (ARCHIVE_SIGNATURES.includes(head.toString('hex', 0, 4))) return 'archive'
  if (head.includes(PDF_SIGNATURE)) return 'pdf'
  return isHtml(bytes) ? 'html' : 'text'
}

type Transcriber = (bytes: Uint8Array, file: string, watch: PageWatch) => TranscribedFile | Promise<TranscribedFile>

const TRANSCRIBERS: Readonly<Record<Exclude<Format, 'text'>, Transcriber>> = {
  pdf: async (bytes, file, watch) => ({ ...(await readPdf(bytes, file, watch)), encoding: 'pdf' }),
  archive: readOffice,
  html: readHtml,
}

/** Reads a file by its content, not its name. Throws the Problems of {@link readFileText} or those of its format. */
export async function readFileContent(
  bytes: Uint8Array,
  file: string,
  watch: PageWatch = {},
): Promise<TextFile | TranscribedFile> {
  const format = formatOf(bytes)
  const read = format === 'text' ? readPlain(bytes, file) : await TRANSCRIBERS[format](bytes, file, watch)
  if (read.places === null) return read
  refuseBeyondBounds(read.lines, file, TRANSCRIPT_BOUNDS)
  return read
}

/** A text, or a file of separated values, which nothing but its lines tells from one. */
function readPlain(bytes: Uint8Array, file: string): TextFile | TranscribedFile {
  const { text, ...read } = decodedText(bytes, file)
  const records = separatedValues(text, file)
  return records ? { ...readCsv(records, file), encoding: read.encoding } : read
}

/** Decodes a text file. Throws Problem "format-unsupported", "file-empty", "encoding-unknown" or "file-too-large". */
export function readFileText(bytes: Uint8Array, file: string): TextFile {
  const { text: _, ...read } = decodedText(bytes, file)
  return read
}

function decodedText(bytes: Uint8Array, file: string): TextFile & { readonly text: string } {
  if (isOle(bytes)) throw oleProblem(bytes, file)
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))
  if (known) {
    throw new Problem(
      'format-unsupported',
      `${file} is ${known.name}; this version reads text, Markdown, HTML, PDF, Word and Excel only.`,
    )
  }
  const { text, encoding } = decodeText(bytes, file)
  refuseBeyondBounds([text], file)
  return { text, lines: splitLines(text), encoding, places: null }
}
