import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The documents asked about, as a scorer needs them: to hold a citation against what is really printed. */
export interface Sources {
  /** Names of the files held. */
  readonly files: readonly string[]
  /** Lines of a source file; null where it is not held. */
  lines(file: string): readonly string[] | null
  /** The file a gold document id stands for ("004" for "004_22f4….txt"); null where none is held. */
  fileOf(doc: string): string | null
}

/** Sources over texts already in memory, by file name. */
export function sourcesOf(texts: ReadonlyMap<string, string>): Sources {
  const linesOf = new Map([...texts].map(([file, text]): [string, string[]] => [file, text.split('\n')]))
  const files = [...texts.keys()]
  return {
    files,
    lines: (file) => linesOf.get(basename(file)) ?? null,
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

/** Sources over the text files of a folder (UTF-8); a missing folder holds nothing. */
export function readSources(folder: string): Sources {
  if (!existsSync(folder)) return sourcesOf(new Map())
  const texts = disclosureFiles(folder)
    .filter((file) => /\.(txt|md)$/i.test(file))
    .map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')])
  return sourcesOf(new Map(texts))
}
