import type { Block } from '../domain/block.ts'
import { Problem } from '../domain/problem.ts'
import { refuseBeyondBounds } from './bounds.ts'
import { decodeText, splitLines } from './decode.ts'

/** A file's text as it is cited from. Its blocks are read from it by the reader of its format. */
export interface ReadFile {
  readonly lines: readonly string[]
  readonly encoding: string
}

/** Turns numbered lines into blocks; one implementation a format, all held to one contract suite. */
export type BlockReader = (lines: readonly string[]) => Block[]

/** First bytes of files that look like something else than text, so that the refusal can name them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a Word, Excel or ZIP file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office file (.doc, .xls)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
]

/** Decodes a file by its content, not its name. Throws Problem "format-unsupported", "file-empty", "encoding-unknown" or "file-too-large". */
export function readFileText(bytes: Uint8Array, file: string): ReadFile {
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))
  if (known) {
    throw new Problem('format-unsupported', `${file} is ${known.name}; this version reads text and Markdown only.`)
  }
  const { text, encoding } = decodeText(bytes, file)
  refuseBeyondBounds(text, file)
  return { lines: splitLines(text), encoding }
}
