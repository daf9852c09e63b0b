import { parseArgs } from 'node:util'
import { assertMayListen, readSettings, type Settings } from '../config.ts'
import { type Command, commandLine } from './command.ts'
import type { Terminal } from './terminal.ts'
import type { StopReason } from './until-stopped.ts'

export const SERVE_HELP = `Usage: npm run serve -- [--data DIR] [--host H] [--port N]

Serves an existing data folder. A newer index is picked up without a restart.

  --data DIR  data folder (default: DATA_DIR, else ./data)
  --host H    address to listen on (default: HOST, else 127.0.0.1); others than loopback need API_KEYS
  --port N    port (default: PORT, else 3000); 0 takes a free one
  --help      this text
`

/** A server that listens. */
export interface Running {
  readonly address: string
  /** Writes into the log what went wrong with the process as a whole. */
  readonly logCrash: (error: unknown) => void
  /** Lets requests in flight finish and gives the files back. */
  readonly stop: (limitMs?: number) => Promise<void>
}

export interface ServeParts {
  readonly serve: (settings: Settings) => Promise<Running>
  /** How many documents the data folder holds; null where it has no index. */
  readonly countDocuments: (dataDir: string) => Promise<number | null>
  /** Settles when the process is told to stop, or cannot go on. */
  readonly untilStopped: () => Promise<StopReason>
}

/** The settings of the flags that `serve` and `start` share; null where only the help was asked for. */
export function serveSettings(args: readonly string[], help: string, terminal: Terminal): Settings | null {
  const { values } = commandLine(() =>
    parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  )
  if (values.help) {
    terminal.out(help)
    return null
  }
  const settings = readSettings({ data: values.data, host: values.host, port: values.port })
  // Before anything is ingested: a server that may not listen should say so at once.
  assertMayListen(settings)
  return settings
}

export function serveCommand(parts: ServeParts): Command {
  return async (args, terminal) => {
    const settings = serveSettings(args, SERVE_HELP, terminal)
    if (!settings) return 0
    const documents = await parts.countDocuments(settings.dataDir)
    if (documents === null) {
      terminal.err(`There is no index in ${settings.dataDir} yet; ingest documents: npm run ingest -- PATH…\n`)
    }
    return serveUntilStopped(settings, parts, documents, terminal)
  }
}

/** How long requests in flight may go on in a process of which nothing is certain any more. */
const CRASH_LIMIT_MS = 2_000

/** The exit code: 0 where the server was told to stop, 1 where an error nobody caught ended it. */
export async function serveUntilStopped(
  settings: Settings,
  parts: ServeParts,
  documents: number | null,
  terminal: Terminal,
): Promise<number> {
  const running = await parts.serve(settings)
  terminal.out(
    `Budget Chat answers at ${running.address}${documents === null ? '' : ` (${documents} document${documents === 1 ? '' : 's'})`}\n`,
  )
  const reason = await parts.untilStopped()
  if (reason.kind === 'crash') {
    running.logCrash(reason.error)
    terminal.err('Stopping after an unexpected error; the log says which.\n')
    await running.stop(CRASH_LIMIT_MS)
    return 1
  }
  terminal.err('Stopping: requests in flight may finish.\n')
  await running.stop()
  return 0
}
