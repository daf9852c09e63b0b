import { createWriteStream } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { Problem } from '../../ingest/domain/problem.ts'
import { storageProblem } from '../../ingest/domain/storage-problem.ts'
import { shownFileName } from './file-name.ts'
import { InvalidRequest } from './request-validation.ts'

/** A file of a form, written to disk. */
export interface ReceivedFile {
  /** As it may be shown. */
  readonly name: string
  readonly path: string
  /** Whether it was longer than a file may be; what is written is then its beginning. */
  readonly cut: boolean
}

export interface ReceivedForm {
  readonly files: readonly ReceivedFile[]
  readonly fields: Readonly<Record<string, string>>
}

/** What a form may hold. */
export interface FormLimits {
  readonly files: number
  readonly bytesAFile: number
  /** Of all files together. */
  readonly bytes: number
}

/**
 * Streams the files of a multipart form into a folder, under names of our own. Throws Problem "media-type" for another
 * body, "request-too-large", "request-invalid" for a form that is cut off, malformed or has too many parts, and
 * "folder-unwritable".
 */
export async function receiveForm(
  body: Readable & { readonly headers: IncomingHttpHeaders },
  folder: string,
  limits: FormLimits,
): Promise<ReceivedForm> {
  const form = new FormReceiver(folder, limits)
  try {
    await pipeline(body, form.parserFor(body.headers))
    return await form.received()
  } catch (error) {
    throw await form.whyNot(error)
  }
}

/** Fields of a form are short words. */
const FIELD_LIMITS = { fieldNameSize: 100, fieldSize: 1000, fields: 10, headerPairs: 20, headerSize: 16 * 1024 }

class FormReceiver {
  readonly #folder: string
  readonly #limits: FormLimits
  readonly #fields: Record<string, string> = {}
  readonly #streams: Readable[] = []
  readonly #writing: Promise<ReceivedFile>[] = []
  #bytes = 0
  #refused: Problem | null = null

  constructor(folder: string, limits: FormLimits) {
    this.#folder = folder
    this.#limits = limits
  }

  parserFor(headers: IncomingHttpHeaders): BusboyInstance {
    const type = headers['content-type'] ?? ''
    if (!/^multipart\/form-data\s*;.*boundary=/i.test(type))
      throw new Problem('media-type', 'Send the files as multipart/form-data with a boundary.')
    const parser = new Busboy({
      headers: { ...headers, 'content-type': type },
      defCharset: 'utf8',
      limits: { ...FIELD_LIMITS, files: this.#limits.files, fileSize: this.#limits.bytesAFile },
    })
    const refuse = (problem: Problem) => {
      this.#refused ??= problem
      parser.destroy(problem)
    }
    parser.on('file', (_field, stream, name) => {
      stream.on('data', (part: Buffer) => {
        this.#bytes += part.length
        if (this.#bytes > this.#limits.bytes) refuse(tooLarge(this.#limits.bytes))
      })
      this.#streams.push(stream)
      const writing = this.#write(stream, name)
      // Told when everything is there, or when something else went wrong first.
      writing.catch(() => undefined)
      this.#writing.push(writing)
    })
    parser.on('field', (name, value) => {
      this.#fields[name] = value
    })
    parser.on('filesLimit', () => refuse(invalid('files', `At most ${this.#limits.files} files go in one request.`)))
    parser.on('fieldsLimit', () => refuse(invalid('', `At most ${FIELD_LIMITS.fields} fields go in one request.`)))
    return parser
  }

  async received(): Promise<ReceivedForm> {
    const files = await Promise.all(this.#writing)
    if (files.length === 0) throw invalid('files', 'The form holds no file.')
    return { files, fields: this.#fields }
  }

  /** Waits until nothing is written any more, so that the folder can be removed. */
  async whyNot(error: unknown): Promise<unknown> {
    // The parser leaves them open where the form ends too early.
    for (const stream of this.#streams) stream.destroy()
    const written = await Promise.allSettled(this.#writing)
    if (this.#refused) return this.#refused
    const failed = written.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []))
    const storage = [error, ...failed].map((each) => storageProblem(each, this.#folder))
    return storage.find((each) => each instanceof Problem) ?? invalid('', 'The form is cut off or malformed.', error)
  }

  async #write(stream: Readable & { readonly truncated: boolean }, name: string): Promise<ReceivedFile> {
    const path = join(this.#folder, String(this.#writing.length))
    await pipeline(stream, createWriteStream(path, { flags: 'wx' }))
    return { name: shownFileName(name), path, cut: stream.truncated }
  }
}

function tooLarge(limit: number): Problem {
  return new Problem('request-too-large', `The files of one request may have ${limit} bytes together at most.`)
}

function invalid(field: string, message: string, cause?: unknown): InvalidRequest {
  return new InvalidRequest([{ field, message }], { cause })
}
