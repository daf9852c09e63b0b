import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The documents asked about, as a scorer needs them: to hold a citation against what is really printed. */
export interface Sources {
  /** Names of the files held. */
  readonly files: readonly string[]
  /** Lines of a text file; null where it is not held. */
  lines(file: string): readonly string[] | null
  /** What a page (1-based) of a PDF prints, as a program that is none of ours reads it; null where nothing can tell. */
  page(file: string, page: number): string | null
  /** The file a gold document id stands for ("004" for "004_22f4….txt"); null where none is held. */
  fileOf(doc: string): string | null
}

/** Sources over texts already in memory, by file name; `pagesOf` gives the pages of each of the `paged` files. */
export function sourcesOf(
  texts: ReadonlyMap<string, string>,
  paged: readonly string[] = [],
  pagesOf: (file: string) => readonly string[] | null = () => null,
): Sources {
  const linesOf = new Map([...texts].map(([file, text]): [string, string[]] => [file, text.split('\n')]))
  const files = [...texts.keys(), ...paged]
  const pagesRead = new Map<string, readonly string[] | null>()
  const pages = (file: string) => {
    const known = pagesRead.get(file)
    if (known !== undefined || !paged.includes(file)) return known ?? null
    const read = pagesOf(file)
    pagesRead.set(file, read)
    return read
  }
  return {
    files,
    lines: (file) => linesOf.get(basename(file)) ?? null,
    page: (file, page) => pages(basename(file))?.[page - 1] ?? null,
    fileOf: (doc) =>
      files.find((file) => file === doc || file.startsWith(`${doc}_`) || file.startsWith(`${doc}.`)) ?? null,
  }
}

/** The disclosures of a folder: its files but for a README, which is about them and none of them. */
export function disclosureFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('README') && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort()
}

/**
 * Sources over the text files (UTF-8) and PDFs of a folder; a missing folder holds nothing. Pages are read by pdftotext:
 * without it, nothing cited from a PDF is known to hold.
 */
export function readSources(folder: string): Sources {
  if (!existsSync(folder)) return sourcesOf(new Map())
  const files = disclosureFiles(folder)
  const texts = files
    .filter((file) => /\.(txt|md)$/i.test(file))
    .map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')])
  const paged = files.filter((file) => /\.pdf$/i.test(file))
  return sourcesOf(new Map(texts), paged, (file) => printedPages(join(folder, file)))
}

const MOST_TEXT = 256 * 1024 * 1024

function printedPages(path: string): readonly string[] | null {
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: MOST_TEXT,
    }).split('\f')
  } catch {
    return null
  }
}
