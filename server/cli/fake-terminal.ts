import { type Command, runCommand } from './command.ts'
import type { Terminal } from './terminal.ts'

/** For tests: keeps what was written. */
export class FakeTerminal implements Terminal {
  readonly interactive: boolean
  readonly columns = 40
  stdout = ''
  stderr = ''

  constructor(interactive = false) {
    this.interactive = interactive
  }

  out(text: string): void {
    this.stdout += text
  }

  err(text: string): void {
    this.stderr += text
  }
}

/** For tests: runs a command as the process would. */
export async function runFake(command: Command, args: readonly string[], interactive = false) {
  const terminal = new FakeTerminal(interactive)
  const code = await runCommand(command, args, terminal)
  return { code, out: terminal.stdout, err: terminal.stderr }
}
