import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Asset } from './asset.ts'
import { type BuiltPages, builtPagesSchema, type EntryName, type PageHead } from './built-pages.ts'
import { pdfResource } from './pdf-resources.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CACHE = join(ROOT, '.cache/pages.json')
/** What the built pages are made of: their sources, how they are built, and the versions of what builds them. */
const SOURCES = [
  join(ROOT, 'server/web/client'),
  join(ROOT, 'server/spreadsheet'),
  join(ROOT, 'server/lookup/csv.ts'),
  join(ROOT, 'server/web/build-pages.ts'),
  join(ROOT, 'package-lock.json'),
]

const heldSchema = z.object({ stamp: z.string(), pages: builtPagesSchema })

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** What the pages are served from. */
export interface PageStore {
  /** By its address without the leading "/"; null where there is none. */
  asset(address: string): Promise<Asset | null>
  head(page: EntryName): Promise<PageHead>
}

/**
 * The pages as they were built last, or built anew where their sources have changed since. Begins at once, so that the
 * first visitor need not wait; what goes wrong is told to whoever asks for a page.
 */
export function openPageStore(): PageStore {
  const opened = heldPages().then(({ files, entries }) => ({ assets: assetsOf(files), entries }))
  // Told to each who asks below; nobody may have asked yet.
  opened.catch(() => undefined)
  return {
    asset: async (address) => (await opened).assets.get(address) ?? pdfResource(address),
    head: async (page) => (await opened).entries[page],
  }
}

function assetsOf(files: BuiltPages['files']): ReadonlyMap<string, Asset> {
  return new Map(
    Object.entries(files).map(([address, text]) => {
      const content = Buffer.from(text, 'utf8')
      const mediaType = MEDIA_TYPES[address.slice(address.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
      return [address, { mediaType, content, gzipped: gzipSync(content) }]
    }),
  )
}

async function heldPages(): Promise<BuiltPages> {
  const stamp = await stampOfSources()
  const held = await readHeld(stamp)
  if (held) return held
  // Loaded only where something is to be built: a start with built pages knows nothing of the builder.
  const { buildPages } = await import('./build-pages.ts')
  const pages = await buildPages()
  // A folder that cannot be written costs the next start a second, and nothing else.
  await hold(stamp, pages).catch(() => undefined)
  return pages
}

async function readHeld(stamp: string): Promise<BuiltPages | null> {
  try {
    const held: unknown = JSON.parse(await readFile(CACHE, 'utf8'))
    const { stamp: of, pages } = heldSchema.parse(held)
    return of === stamp ? pages : null
  } catch {
    return null
  }
}

async function hold(stamp: string, pages: BuiltPages): Promise<void> {
  const unfinished = `${CACHE}.${process.pid}`
  await mkdir(dirname(CACHE), { recursive: true })
  await writeFile(unfinished, JSON.stringify({ stamp, pages }))
  await rename(unfinished, CACHE).finally(() => rm(unfinished, { force: true }))
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const path of (await Promise.all(SOURCES.map(filesIn))).flat()) {
    hash
      .update(path.slice(ROOT.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0')
  }
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<readonly string[]> {
  if (/\.\w+$/.test(path)) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
