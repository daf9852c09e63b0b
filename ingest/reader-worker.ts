import { parentPort } from 'node:worker_threads'
import { Problem } from './domain/problem.ts'
import { readDocument } from './read-document.ts'
import { type ReadRequest, readRequestSchema, type WorkerMessage } from './reader-messages.ts'

// A thread that reads one file after another: document-reader.ts starts it, and ends it where it does not get on.

const port = parentPort
if (!port) throw new Error('reader-worker.ts is started as a worker thread only.')

const say = (message: WorkerMessage) => port.postMessage(message)

async function outcomeOf({ bytes, file, skip }: ReadRequest): Promise<WorkerMessage> {
  try {
    const onPage = (page: number, of: number) => say({ kind: 'page', page, of })
    const onPicture = (page: number) => say({ kind: 'picture', page })
    return { kind: 'read', document: await readDocument(bytes, file, { onPage, onPicture, skip: new Set(skip) }) }
  } catch (error) {
    if (error instanceof Problem) return { kind: 'refused', code: error.code, message: error.message }
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (message: unknown) => {
  say({ kind: 'begun' })
  void outcomeOf(readRequestSchema.parse(message)).then(say)
})
