import { isUtf8 } from 'node:buffer'
import { Problem } from '../../domain/problem.ts'
import { type DecodedText, decodeText, looksLikeText } from '../decode.ts'

/** How far in the bytes a page may name its encoding; browsers look at the first kilobyte, some pages begin later. */
const HEAD_BYTES = 8192
const NAMED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,20})/i

/**
 * Decodes a page: by its byte order mark; as UTF-8 where it is nothing else, whatever it says of itself, for pages that were
 * saved anew keep their old word; by the encoding it names; else as any text is. A character that does not fit what a
 * page says it is, is no reason to refuse it.
 * Throws Problem "file-empty" or "encoding-unknown".
 */
export function decodeHtml(bytes: Uint8Array, file: string): DecodedText {
  const wide = wideEncoding(bytes)
  if (wide !== null) return decodedAs(bytes, wide, file)
  const named = namedEncoding(bytes)
  if (named === null || isUtf8(bytes)) return decodeText(bytes, file)
  const chinese = CHINESE.has(named)
  const [first, second] = [() => decodedAs(bytes, chinese ? 'gb18030' : named, file), () => decodeText(bytes, file)]
  return chinese ? either(second, first) : either(first, second)
}

/** Encodings that GB18030 contains, and the one that editors of the west put in by themselves. */
const CHINESE = new Set(['gbk', 'gb18030', 'windows-1252'])

function either(first: () => DecodedText, second: () => DecodedText): DecodedText {
  try {
    return first()
  } catch (error) {
    if (error instanceof Problem && error.code === 'encoding-unknown') return second()
    throw error
  }
}

/** The encoding that a page names; null where it names none that is known. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES)).toString('latin1')
  const [, inMeta, inXml] = NAMED.exec(head) ?? []
  const name = inMeta ?? inXml
  if (name === undefined) return null
  try {
    // "gb2312" is "gbk" by the standard; what its ASCII was read from cannot be UTF-16.
    const { encoding } = new TextDecoder(name)
    return encoding.startsWith('utf-16') ? null : encoding
  } catch {
    return null
  }
}

function decodedAs(bytes: Uint8Array, encoding: string, file: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  if (!looksLikeText(text)) throw new Problem('encoding-unknown', `${file} is not the ${encoding} text it says it is.`)
  return { text, encoding }
}

/** UTF-16 without its mark: every other byte of the first tag, and of blanks before it, is zero. */
export function wideEncoding([a = 0, b = 0, c = 0, d = 0]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (a > 0 && b === 0 && c > 0 && d === 0) return 'utf-16le'
  return a === 0 && b > 0 && c === 0 && d > 0 ? 'utf-16be' : null
}
