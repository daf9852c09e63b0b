import { wideEncoding } from './decode-html.ts'

/** What a page opens with, once comments and an XML declaration are passed over. */
const PAGE = /^<(?:!doctype\s+html|html|head|body|frameset|meta|title)[\s>/]/i
/** What a part of a page opens with; texts may open with <b> or <p>. */
const PART = /^<(?:table|div|section|article|main|center|form|style|ul|ol|dl|h[1-6])[\s>/]/i
const BEFORE = /^(?:\s+|<!--[\s\S]*?-->|<\?xml[^>]*\?>|<!\[[^>]*>)/
/** Lines without a tag that only a text or Markdown has: headings, rows of pipes and tabs, bold words. */
const MARKDOWN = /^(?!.*<)(?:#{1,6} |\s*\|.*\|\s*$|.*\S\t+\S|.*\*\*)/m
/** Comments and declarations before the first tag mostly take less. */
const HEAD_BYTES = 65_536
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i
/** In a part of a page hardly any text stands outside of all tags. */
const MOST_OUTSIDE = 0.02

/**
 * Whether a file is HTML, by its content: a page, or a part of one that is nothing but tags with text in them. A text or
 * Markdown in which tags occur is none.
 */
export function isHtml(bytes: Uint8Array): boolean {
  const head = asAscii(bytes.subarray(0, HEAD_BYTES))
  const at = opening(head)
  // A comment goes on beyond the head, or comments are all that is in it.
  const beyond = bytes.length > HEAD_BYTES && (at === head.length || head.startsWith('<!--', at))
  const [text, start] = beyond ? fromOpening(bytes) : [head, at]
  const first = text.slice(start, start + 20)
  if (PAGE.test(first)) return true
  if (!PART.test(first)) return false
  const part = asAscii(bytes).slice(start).trimEnd()
  return part.endsWith('>') && !MARKDOWN.test(part) && outside(part) <= MOST_OUTSIDE
}

/** The tags of a file, whatever its encoding: a character a byte, or a character two. */
function asAscii(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return buffer.toString('utf16le', 2)
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : wideEncoding(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  return buffer.toString('latin1', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
}

function fromOpening(bytes: Uint8Array): [string, number] {
  const text = asAscii(bytes)
  return [text, opening(text)]
}

/** Where the first tag begins that is neither a comment nor a declaration. */
function opening(text: string): number {
  let at = 0
  for (let rest = BEFORE.exec(text.slice(at)); rest; rest = BEFORE.exec(text.slice(at))) at += rest[0].length
  return at
}

/** The share of the text that stands in no element. */
function outside(text: string): number {
  let [depth, inside, beside] = [0, 0, 0]
  for (const [, close, name = '', end = '', words = ''] of text.matchAll(/<(\/?)([a-z][\w:-]*)[^>]*?(\/?)>([^<]*)/gi)) {
    if (close) depth = Math.max(0, depth - 1)
    else if (!end && !VOID.test(name)) depth += 1
    const length = words.trim().length
    if (depth > 0) inside += length
    else beside += length
  }
  return beside / Math.max(1, inside + beside)
}
