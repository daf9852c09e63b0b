import type { IngestEvent } from '../../ingest/pipeline.ts'
import type { Terminal } from './terminal.ts'
import { printable, shortened } from './terminal-text.ts'

const STAGES: Readonly<Record<IngestEvent['stage'], string>> = {
  read: 'reading',
  parse: 'parsing',
  embed: 'embedding passages',
  write: 'writing the index',
}

/** Back to the begin of the line, and nothing on it. */
const CLEAR_LINE = '\r\u001b[2K'

/** Shows how far an ingest is: one line written over and over for a person, a line for each file and stage otherwise. */
export class Progress {
  readonly #terminal: Terminal
  #last = ''

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  show({ stage, file, done, total }: IngestEvent): void {
    const subject = file === null ? STAGES[stage] : `${STAGES[stage]} ${printable(file)}`
    if (this.#terminal.interactive) {
      const text =
        stage === 'read' ? `${subject}, page ${done} of ${total}` : `[${Math.min(done + 1, total)}/${total}] ${subject}`
      this.#terminal.err(CLEAR_LINE + shortened(text, this.#terminal.columns - 1))
      this.#last = text
      return
    }
    const gradual = file === null || stage === 'read'
    const line = gradual ? `${subject}${tenths(done, total)}` : `[${done + 1}/${total}] ${subject}`
    if (line !== this.#last) this.#terminal.err(`${line}\n`)
    this.#last = line
  }

  /** Takes the line away, so that what follows begins on a clear one. */
  end(): void {
    if (this.#terminal.interactive && this.#last !== '') this.#terminal.err(CLEAR_LINE)
  }
}

/** So that a long stage without files still shows that it moves, in a log too. */
function tenths(done: number, total: number): string {
  const reached = total === 0 ? 0 : Math.floor((done / total) * 10) * 10
  return reached === 0 ? '' : ` ${reached}%`
}
