import { parseArgs } from 'node:util'
import { assertMayListen, readSettings, type Settings } from '../config.ts'
import { type Command, commandLine } from './command.ts'
import type { Terminal } from './terminal.ts'

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
  /** Lets requests in flight finish and gives the files back. */
  readonly stop: () => Promise<void>
}

export interface ServeParts {
  readonly serve: (settings: Settings) => Promise<Running>
  /** How many documents the data folder holds; null where it has no index. */
  readonly countDocuments: (dataDir: string) => Promise<number | null>
  /** Settles when the process is told to stop. */
  readonly untilStopped: () => Promise<void>
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
    await serveUntilStopped(settings, parts, documents, terminal)
    return 0
  }
}

export async function serveUntilStopped(
  settings: Settings,
  parts: ServeParts,
  documents: number | null,
  terminal: Terminal,
): Promise<void> {
  const running = await parts.serve(settings)
  terminal.out(
    `Budget Chat answers at ${running.address}${documents === null ? '' : ` (${documents} document${documents === 1 ? '' : 's'})`}\n`,
  )
  await parts.untilStopped()
  terminal.err('Stopping: requests in flight may finish.\n')
  await running.stop()
}

/** Settles at the first SIGINT or SIGTERM; a second one ends the process as usual. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      process.off('SIGINT', settle)
      process.off('SIGTERM', settle)
      resolve()
    }
    process.on('SIGINT', settle)
    process.on('SIGTERM', settle)
  })
}
