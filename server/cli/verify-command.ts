import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { readSettings, type Settings } from '../config.ts'
import { readSlip } from '../slip/slip.ts'
import { type SlipReport, verifySlip } from '../slip/verify-slip.ts'
import { type Command, commandLine } from './command.ts'
import { printable } from './terminal-text.ts'

export const VERIFY_HELP = `Usage: npm run -s verify -- FILE [--source PATH]… [--data DIR] [--json]

Proves an audit slip (ask --slip) again, without a network: the hash of each source, each cell at its place, each figure
from its cells by its formula. Names what no longer holds.

  --source PATH  a cited file, or a folder of them, to be read anew; else what the data folder holds of them is proof
  --data DIR     data folder (default: DATA_DIR, else ./data)
  --json         the report as JSON on stdout
  --help         this text

Exit code: 0 all of it holds, 4 something does not, 1 it could not be tried, 2 wrong usage.
`

/** Exit code where a slip does not verify. */
const EXIT_REFUTED = 4

interface Opened {
  readonly corpus: CorpusReader
  readonly close: () => void | Promise<void>
}

export interface VerifyParts {
  readonly open: (settings: Settings) => Promise<Opened>
  /** Reads files and folders anew. */
  readonly openSources: (paths: readonly string[]) => Promise<Opened>
}

export function verifyCommand({ open, openSources }: VerifyParts): Command {
  return async (args, terminal) => {
    const { values, positionals } = commandLine(() =>
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          source: { type: 'string', multiple: true },
          data: { type: 'string' },
          json: { type: 'boolean' },
          help: { type: 'boolean', short: 'h' },
        },
      }),
    )
    if (values.help) {
      terminal.out(VERIFY_HELP)
      return 0
    }
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Problem('command-invalid', 'Give one slip.')
    const slip = readSlip(await textOf(file))
    const { corpus, close } = values.source
      ? await openSources(values.source)
      : await open(readSettings({ data: values.data }))
    try {
      const report = verifySlip(slip, corpus)
      terminal.out(values.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report))
      return report.holds ? 0 : EXIT_REFUTED
    } finally {
      await close()
    }
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new Problem('slip-invalid', `${file} could not be read.`, { cause })
  }
}

function reportText({ holds, faults, proven }: SlipReport): string {
  const { sources, cells, figures } = proven
  const counted = `${sources} sources, ${cells} cells and passages, ${figures} figures proven`
  const lines = faults.map(({ message }) => `  - ${printable(message)}`)
  return `${[holds ? `holds: ${counted}.` : `DOES NOT HOLD: ${counted}, but`, ...lines].join('\n')}\n`
}
