import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import type { Logger } from 'pino'

export interface LineFileLimits {
  /** A file that would grow beyond it is put aside under the hour it was full; a new one is begun. Default 32 MB. */
  readonly fileBytes?: number
  /** What may wait for a slow disk; lines beyond it are dropped and counted. Default 8 MB. */
  readonly waitingBytes?: number
}

const FILE_BYTES = 32 * 1024 * 1024
const WAITING_BYTES = 8 * 1024 * 1024
const NEWLINE = 0x0a

/**
 * A file that lines are only ever appended to, of bounded size. Nothing waits for it and nothing fails by it: where the
 * disk does not take a line, the line is dropped, one warning is logged, and another when lines are taken again.
 */
export class LineFile {
  readonly #path: string
  readonly #log: Pick<Logger, 'warn'>
  readonly #fileBytes: number
  readonly #waitingBytes: number
  #waiting: string[] = []
  #bytes = 0
  #lost = 0
  #failing = false
  /** The last line may have been cut short: by a process that ended, or by a disk that was full. */
  #uncertain = true
  #writing: Promise<void> | null = null

  constructor(path: string, log: Pick<Logger, 'warn'>, limits: LineFileLimits = {}) {
    this.#path = path
    this.#log = log
    this.#fileBytes = limits.fileBytes ?? FILE_BYTES
    this.#waitingBytes = limits.waitingBytes ?? WAITING_BYTES
  }

  /** Takes a line without its end; returns at once, before it is written. */
  append(line: string): void {
    const text = `${line}\n`
    const bytes = Buffer.byteLength(text)
    if (this.#bytes + bytes > this.#waitingBytes) {
      this.#lost += 1
      this.#warnOnce('the disk is too slow')
      return
    }
    this.#waiting.push(text)
    this.#bytes += bytes
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null
    })
  }

  /** Settles when everything taken is written or given up. */
  async flushed(): Promise<void> {
    await this.#writing
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch()
      try {
        await this.#write(batch.join(''))
        this.#tellRecovery()
      } catch (error) {
        this.#lost += batch.length
        this.#uncertain = true
        this.#warnOnce(error)
      }
    }
  }

  /** What waits, as far as it fits into one file; at least a line. */
  #takeBatch(): string[] {
    let count = 0
    let bytes = 0
    for (const line of this.#waiting) {
      bytes += Buffer.byteLength(line)
      if (count > 0 && bytes > this.#fileBytes) break
      count += 1
    }
    const batch = this.#waiting.splice(0, count)
    this.#bytes -= Buffer.byteLength(batch.join(''))
    return batch
  }

  async #write(text: string): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 })
    const held = await sizeOf(this.#path)
    if (held > 0 && held + Buffer.byteLength(text) > this.#fileBytes) await rename(this.#path, asidePath(this.#path))
    // Opened for each batch, so that a file put aside by another process is not written on.
    const file = await open(this.#path, 'a+', 0o600)
    try {
      const { size } = await file.stat()
      const cut =
        this.#uncertain && size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] !== NEWLINE
      await file.appendFile(cut ? `\n${text}` : text)
      this.#uncertain = false
    } finally {
      await file.close()
    }
  }

  #warnOnce(reason: unknown): void {
    if (this.#failing) return
    this.#failing = true
    this.#log.warn({ path: this.#path, err: reason }, 'lines cannot be written and are lost')
  }

  #tellRecovery(): void {
    if (!this.#failing) return
    this.#log.warn({ path: this.#path, lost: this.#lost }, 'lines are written again')
    this.#failing = false
    this.#lost = 0
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}

/** "questions.jsonl" becomes "questions-2031-02-03T04-05-06-789Z.jsonl". */
function asidePath(path: string): string {
  const { dir, name, ext } = parse(path)
  return join(dir, `${name}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}${ext}`)
}
