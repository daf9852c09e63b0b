import { Problem } from '../../ingest/domain/problem.ts'
import type { Embedder } from '../../ingest/index/open.ts'
import { deleteDocument, ingestFiles } from '../../ingest/pipeline.ts'
import { withIngestEmbedder } from '../choose-embedder.ts'
import { readSettings } from '../config.ts'
import { holdsOnlyDemo, removeDemoMarker } from '../demo-marker.ts'
import { readableDocuments } from '../held-documents.ts'
import { type IngestOrder, type IngestReply, ingestOrderSchema } from './ingest-messages.ts'

// The process in which the index is built for a server that goes on answering: one order, its events, one reply.

const reply = (message: IngestReply) => process.send?.(message)

function carryOut(order: IngestOrder): Promise<IngestReply> {
  return withIngestEmbedder(readSettings({ data: order.dataDir }), (embedder) => changed(order, embedder))
}

async function changed(order: IngestOrder, embedder: Embedder): Promise<IngestReply> {
  const { dataDir } = order
  if (order.kind === 'remove') {
    await deleteDocument(dataDir, embedder, order.id)
    return { kind: 'removed' }
  }
  const replaceAll = await holdsOnlyDemo(dataDir, await readableDocuments(dataDir))
  const report = await ingestFiles(order.files, {
    dataDir,
    embedder,
    replaceAll,
    onProgress: (event) => reply({ kind: 'event', event }),
  })
  if (report.documents.length > 0) await removeDemoMarker(dataDir)
  return {
    kind: 'report',
    report: {
      ...report,
      documents: [...report.documents.map((one) => ({ ...one, versions: [...one.versions] }))],
      refused: [...report.refused],
    },
  }
}

function asReply(error: unknown): IngestReply {
  if (error instanceof Problem) return { kind: 'problem', code: error.code, message: error.message }
  return {
    kind: 'problem',
    code: 'internal',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}

// A server that is gone waits for nothing.
process.on('disconnect', () => process.exit(1))
process.once('message', (message) => {
  void Promise.resolve(ingestOrderSchema.parse(message))
    .then(carryOut)
    .catch(asReply)
    .then((last) => process.send?.(last, () => process.exit(0)))
})
