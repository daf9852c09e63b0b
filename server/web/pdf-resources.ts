import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Asset } from './asset.ts'

const ADDRESS = /^assets\/pdf\/(cmaps|standard_fonts|wasm)\/([\w-]+\.(?:bcmap|pfb|ttf|js))$/

/**
 * What pdf.js asks for while it draws, by its address: character maps and fonts that a PDF names and does not hold, and
 * decoders of pictures. They lie in its package as they are. Null for anything else.
 */
export async function pdfResource(address: string): Promise<Asset | null> {
  const [, folder, name] = ADDRESS.exec(address) ?? []
  if (folder === undefined || name === undefined) return null
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    const content = await readFile(join(library, folder, name))
    const mediaType = name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'application/octet-stream'
    return { mediaType, content, gzipped: gzipSync(content) }
  } catch {
    return null
  }
}
