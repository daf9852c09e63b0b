import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { Asker } from '../answer/ask.ts'
import { askRequestSchema } from '../answer/contract.ts'
import { readSettings, type Settings } from '../config.ts'
import { type Slip, slipOf } from '../slip/slip.ts'
import { answerText } from './answer-text.ts'
import { type Command, commandLine } from './command.ts'

export const ASK_HELP = `Usage: npm run -s ask -- "QUESTION" [--data DIR] [--language zh|en] [--offline] [--json] [--slip FILE]

Answers one question from the ingested documents, with its citations.

  --data DIR        data folder (default: DATA_DIR, else ./data)
  --language zh|en  language of the answer (default: that of the question)
  --offline         use no language model
  --json            the answer object of POST /api/ask, and nothing else, on stdout
  --slip FILE       writes an audit slip as well: the answer with each cell, its source's hash and the formula, for
                    npm run -s verify -- FILE
  --help            this text

Exit code: 0 there was an answer (also "not found"), 1 there could be none, 2 wrong usage.
`

/** Opens what answers questions; `close` gives the files back. */
export type OpenAsker = (settings: Settings) => Promise<{
  readonly asker: Asker
  readonly door: { current(): Promise<CorpusReader> }
  readonly close: () => void
}>

export function askCommand(open: OpenAsker): Command {
  return async (args, terminal) => {
    const { values, positionals } = commandLine(() =>
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          data: { type: 'string' },
          language: { type: 'string' },
          offline: { type: 'boolean' },
          json: { type: 'boolean' },
          slip: { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      }),
    )
    if (values.help) {
      terminal.out(ASK_HELP)
      return 0
    }
    if (positionals.length === 0) throw new Problem('command-invalid', 'Give the question, in quotes.')
    const request = askRequestSchema.safeParse({
      question: positionals.join(' '),
      ...(values.language === undefined ? {} : { language: values.language }),
      ...(values.offline ? { mode: 'offline' } : {}),
    })
    if (!request.success) {
      throw new Problem(
        'command-invalid',
        request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      )
    }
    const { asker, door, close } = await open(readSettings({ data: values.data }))
    try {
      const answer = await asker.ask(request.data)
      terminal.out(values.json ? `${JSON.stringify(answer, null, 2)}\n` : answerText(answer))
      if (values.slip !== undefined)
        await writeSlip(values.slip, slipOf(request.data.question, answer, await door.current(), new Date()))
    } finally {
      close()
    }
    return 0
  }
}

async function writeSlip(file: string, slip: Slip): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(slip, null, 2)}\n`)
  } catch (cause) {
    throw new Problem('folder-unwritable', `${file} cannot be written.`, { cause })
  }
}
