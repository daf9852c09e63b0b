import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Problem } from '../../domain/problem.ts'

/** Whole provinces fit into a few hundred sheets; each comes with a few parts. */
const MOST_ENTRIES = 10_000
/** What all entries may come to when they are unpacked. */
const MOST_BYTES = 300 * 1024 * 1024
/** An entry of some size that shrinks more than this says nothing but the same over and over: no document does. */
const MOST_SHRUNK = 500
const SOME_SIZE = 4 * 1024 * 1024

/**
 * A ZIP archive in memory, of which nothing is ever written to disk. Its directory is held to limits before anything is
 * unpacked, and what is unpacked is held to its directory: to the sizes and check sums that stand there.
 */
export class Archive {
  readonly file: string
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file
    this.#zip = zip
    this.#entries = entries
  }

  /** Throws Problem "office-damaged", "office-protected" (entries are encrypted) or "file-too-large". */
  static async open(bytes: Uint8Array, file: string): Promise<Archive> {
    const entries = new Map<string, Entry>()
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      if (zip.entryCount > MOST_ENTRIES)
        throw new Problem('file-too-large', `${file} has ${zip.entryCount} parts; the limit is ${MOST_ENTRIES}.`)
      let all = 0
      for await (const entry of zip.eachEntry()) {
        all += entry.uncompressedSize
        refuseEntry(entry, all, file)
        const key = keyOf(entry.fileName)
        if (entries.has(key)) throw damaged(file, `it holds ${entry.fileName} twice`)
        entries.set(key, entry)
      }
      return new Archive(file, zip, entries)
    } catch (error) {
      throw asProblem(error, file)
    }
  }

  /** Names of its parts as they stand in it. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map(({ fileName }) => fileName)
  }

  /** Whether there is such a part; capital letters make no difference, nor a slash in front. */
  has(name: string): boolean {
    return this.#entries.has(keyOf(name))
  }

  /** A part piece by piece; nothing where there is none. Throws Problem "office-damaged" where it is not as the directory says. */
  async *chunks(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(keyOf(name))
    if (!entry) return
    let sum = 0
    try {
      const stream: Readable & AsyncIterable<Buffer> = await this.#zip.openReadStreamPromise(entry)
      for await (const chunk of stream) {
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch (error) {
      throw asProblem(error, this.file)
    }
    if (sum !== entry.crc32) throw damaged(this.file, `${entry.fileName} is not as it was packed`)
  }

  /** A whole part; empty where there is none. Throws as {@link chunks} does. */
  async read(name: string): Promise<Buffer> {
    const chunks: Uint8Array[] = []
    for await (const chunk of this.chunks(name)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}

/** The problem of an Office file that cannot be read, with the reason. */
export function damaged(file: string, reason: string, cause?: unknown): Problem {
  return new Problem('office-damaged', `${file} cannot be opened: ${reason}.`, { cause })
}

function keyOf(name: string): string {
  return name.replace(/^\//, '').toLowerCase()
}

function refuseEntry(entry: Entry, bytesSoFar: number, file: string): void {
  const { fileName, compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted())
    throw new Problem('office-protected', `${file} is an archive that asks for a password; take that off first.`)
  if (!entry.canDecodeFileData()) throw damaged(file, `${fileName} is packed in a way that is not known`)
  if (bytesSoFar > MOST_BYTES)
    throw new Problem('file-too-large', `${file} unpacks to more than ${MOST_BYTES / 1024 / 1024} MB.`)
  if (uncompressedSize > SOME_SIZE && uncompressedSize > MOST_SHRUNK * compressedSize)
    throw new Problem('file-too-large', `${file} unpacks to ${uncompressedSize / compressedSize} times its size.`)
}

function asProblem(error: unknown, file: string): unknown {
  if (error instanceof Problem) return error
  return damaged(file, 'it is damaged or cut off', error)
}
