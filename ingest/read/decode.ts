import { Problem } from '../domain/problem.ts'

export interface DecodedText {
  readonly text: string
  /** "utf-8", "utf-16le", "utf-16be" or "gb18030". */
  readonly encoding: string
}

const BYTE_ORDER_MARKS: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether hardly any character is a control character, which do not occur in text; GB18030 would accept almost any bytes. */
export function looksLikeText(text: string): boolean {
  let controls = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) controls += 1
  }
  return controls * 200 <= text.length
}

/**
 * Decodes text bytes: by byte order mark, else strict UTF-8, else GB18030.
 * Throws Problem "file-empty", "format-unsupported" (NUL bytes: not a text file) or "encoding-unknown".
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  if (bytes.length === 0) throw new Problem('file-empty', `${file} is empty.`)
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))
  if (!marked && bytes.includes(0)) throw new Problem('format-unsupported', `${file} is not a text file.`)
  for (const encoding of marked ? [marked.encoding] : ['utf-8', 'gb18030']) {
    const text = tryDecode(bytes, encoding)
    if (text === null || !looksLikeText(text)) continue
    if (text.trim() === '') throw new Problem('file-empty', `${file} holds no text.`)
    return { text, encoding }
  }
  throw new Problem('encoding-unknown', `${file} is neither UTF-8 nor GB18030 text.`)
}

/** The lines of a text, whatever its line ends; element 0 is line 1. Form feeds end no line, so that numbers agree with editors. */
export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
}
