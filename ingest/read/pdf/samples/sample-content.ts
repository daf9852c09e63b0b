import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'

/**
 * What a drawn file says, whichever zlib packed it: its objects in order without lengths and offsets, and of each
 * stream the SHA-256 of what it unpacks to.
 */
export function pdfContent(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const pieces: string[] = []
  let at = 0
  for (const match of text.matchAll(/\/Length (\d+)[^>]*>>\nstream\n/g)) {
    const from = match.index + match[0].length
    if (from < at) continue
    pieces.push(withoutLength(text.slice(at, from)))
    at = from + Number(match[1])
    const stream = file.subarray(from, at)
    const data = match[0].includes('FlateDecode') ? inflateSync(stream) : stream
    pieces.push(createHash('sha256').update(data).digest('hex'))
  }
  return [...pieces, withoutLength(text.slice(at).replace(/xref[\s\S]*?trailer|startxref\s+\d+/g, ''))]
}

function withoutLength(text: string): string {
  return text.replace(/\/Length \d+/g, '')
}
