import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Inspection } from '../../ingest/inspect.ts'
import type { PageLanguage } from '../inspect/words.ts'
import { type Command, commandLine } from './command.ts'
import type { Terminal } from './terminal.ts'
import { printable } from './terminal-text.ts'

export const INSPECT_HELP = `Usage: npm run inspect -- FILE… [--out FILE.html] [--language zh|en]

Reads each file as an ingest would, and writes a page that shows what was recognised beside the file's own pages, with
what is in doubt: sums that do not hold, figures in odd places, amounts that were lost. Nothing is ingested.

  --out FILE.html   the page to write (default: the file's name with .inspect.html, in this folder); for one FILE only
  --language zh|en  language of the page (default: en)
  --help            this text

Exit code: 0 every page was written, 3 some files were refused, 1 nothing could be done, 2 wrong usage.
`

export interface InspectParts {
  readonly inspect: (bytes: Uint8Array, file: string) => Promise<Inspection>
  readonly page: (inspection: Inspection, language: PageLanguage) => string
  /** The folder that pages are written to. */
  readonly folder: string
}

export function inspectCommand(parts: InspectParts): Command {
  return async (args, terminal) => {
    const { values, positionals: files } = commandLine(() =>
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { out: { type: 'string' }, language: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      }),
    )
    if (values.help) {
      terminal.out(INSPECT_HELP)
      return 0
    }
    if (files.length === 0) throw new Problem('command-invalid', 'Name at least one file to inspect.')
    const { out, language = 'en' } = values
    if (out !== undefined && files.length > 1) throw new Problem('command-invalid', '--out is for one file.')
    if (language !== 'zh' && language !== 'en') throw new Problem('command-invalid', '--language is zh or en.')
    let written = 0
    for (const file of files) {
      const target = resolve(parts.folder, out ?? `${basename(file)}.inspect.html`)
      if (await inspectInto(file, target, language, parts, terminal)) written += 1
    }
    if (written === files.length) return 0
    return written > 0 ? 3 : 1
  }
}

/** Whether the page was written; where it was not, the reason is told. */
async function inspectInto(
  file: string,
  target: string,
  language: PageLanguage,
  { inspect, page }: InspectParts,
  terminal: Terminal,
): Promise<boolean> {
  try {
    const inspection = await inspect(await contentOf(file), basename(file))
    await writePage(target, page(inspection, language))
    terminal.out(`${printable(target)}\n    ${summaryOf(inspection)}\n`)
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    terminal.err(`refused ${printable(file)} [${error.code}]\n    ${printable(error.message)}\n`)
    return false
  }
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (missing) throw new Problem('file-not-found', `${file} does not exist.`, { cause: error })
    throw new Problem('file-unreadable', `${file} could not be opened.`, { cause: error })
  }
}

async function writePage(target: string, text: string): Promise<void> {
  try {
    await writeFile(target, text)
  } catch (error) {
    throw new Problem('folder-unwritable', `${target} cannot be written.`, { cause: error })
  }
}

function summaryOf({ parse, pages, sums, doubts }: Inspection): string {
  const held = sums.filter(({ holds }) => holds).length
  const cells = parse.tables.reduce((sum, table) => sum + table.cells.length, 0)
  return [
    ...(pages ? [`${pages.length} pages`] : []),
    `${parse.tables.length} tables`,
    `${cells} cells`,
    `${parse.facts.length} facts`,
    `${held} of ${sums.length} sums hold`,
    `${doubts.length} in doubt`,
  ].join(', ')
}
