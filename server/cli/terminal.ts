/** Where a command writes: results to `out`, everything else (progress, warnings, errors) to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether a person watches `err`, so that a line may be written over. */
  readonly interactive: boolean
  /** Width of `err`. */
  readonly columns: number
}

export function processTerminal(): Terminal {
  // A reader that stops early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY,
    columns: process.stderr.columns || 80,
  }
}
