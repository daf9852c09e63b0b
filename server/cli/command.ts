import { Problem } from '../../ingest/domain/problem.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { printableLines } from './terminal-text.ts'

/** A command: arguments in, exit code out. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

/** Exit code for a command line or setting that cannot be used. */
export const EXIT_USAGE = 2

/** Runs a command as the process: its errors become a sentence on stderr and an exit code. */
export async function runAsProcess(command: Command): Promise<void> {
  process.exitCode = await runCommand(command, process.argv.slice(2), processTerminal())
}

export async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await command(args, terminal)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    terminal.err(`error: ${printableLines(error.message)}\n`)
    if (error.code === 'command-invalid') terminal.err('Try --help.\n')
    return error.code === 'command-invalid' || error.code === 'setting-invalid' ? EXIT_USAGE : 1
  }
}

/** What `node:util` parseArgs reads; a wrong flag becomes Problem "command-invalid". */
export function commandLine<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse()
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new Problem('command-invalid', error.message, { cause: error })
    }
    throw error
  }
}
