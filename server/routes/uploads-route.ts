import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { Problem, type ProblemCode } from '../../ingest/domain/problem.ts'
import type { UploadStatus } from '../uploads/upload-queue.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { EventStream, wantsEvents } from './event-stream.ts'
import { type ReceivedForm, receiveForm } from './multipart.ts'
import type { Parts } from './parts.ts'
import { asProblem, problemDetails } from './problem-response.ts'
import { traceOf } from './request-trace.ts'
import { validated } from './request-validation.ts'
import { documentPathSchema, type UploadReport, uploadFieldsSchema } from './uploads-contract.ts'

/** Disclosures have a few megabytes; what is larger the readers refuse as well. */
const LIMITS = { files: 100, bytesAFile: 50 * 1024 * 1024, bytes: 500 * 1024 * 1024 }

/** POST /api/documents (files of a multipart form) and DELETE /api/documents/:id */
export function uploadsRoute(
  { uploads, log }: Pick<Parts, 'uploads' | 'log'>,
  mayUpload: readonly RequestHandler[],
): Router {
  const router = express.Router()

  router.post('/api/documents', ...mayUpload, async (request, response) => {
    const spool = await uploads.openSpool()
    try {
      const form = await receiveForm(request, spool.folder, LIMITS)
      const take = (onStatus: (status: UploadStatus) => void) => takeIn(uploads, form, onStatus)
      if (wantsEvents(request)) await streamed(request, response, take, log)
      else await inOneAnswer(response, take)
    } finally {
      await spool.remove()
    }
  })

  router.delete('/api/documents/:id', ...mayUpload, async (request, response) => {
    await uploads.remove(validated(documentPathSchema, request.params).id)
    response.status(204).end()
  })
  return router
}

/** The report as it is published, with codes of the catalogue. */
interface TakenIn extends UploadReport {
  readonly refused: { file: string; code: ProblemCode; reason: string }[]
}

type Take = (onStatus: (status: UploadStatus) => void) => Promise<TakenIn>

async function takeIn(
  uploads: Uploads,
  { files, fields }: ReceivedForm,
  onStatus: (status: UploadStatus) => void,
): Promise<TakenIn> {
  const { onDuplicate } = validated(uploadFieldsSchema, fields)
  const cut = files.filter((file) => file.cut)
  const whole = files
    .filter((file) => !file.cut)
    .map(({ name, path }) => ({
      name,
      path,
      shown: name,
      sameName: 'kept' as const,
      sameDisclosure: onDuplicate === 'replace' ? ('replaced' as const) : ('kept' as const),
    }))
  const refused = cut.map(({ name }) => ({
    file: name,
    code: 'file-too-large' as const,
    reason: `${name} is larger than ${LIMITS.bytesAFile} bytes.`,
  }))
  if (whole.length === 0) return { documents: [], refused, version: null }
  const report = await uploads.add(whole, onStatus)
  return {
    documents: report.documents.map(({ file, status, record, versions }) => ({
      file,
      status,
      document: record,
      versions,
    })),
    refused: [...refused, ...report.refused.map(({ file, code, reason }) => ({ file, code, reason }))],
    version: report.version,
  }
}

/** 201 where a document is new, 200 where all were held as they are; where all were refused, the first one's problem. */
async function inOneAnswer(response: Response, take: Take): Promise<void> {
  const report = await take(() => undefined)
  const [refused] = report.refused
  if (report.documents.length === 0 && refused)
    throw new Problem(refused.code, report.refused.map(({ reason }) => reason).join(' '))
  const isNew = report.documents.some(({ status }) => status !== 'unchanged')
  response.status(isNew ? 201 : 200).json(report)
}

async function streamed(request: Request, response: Response, take: Take, log: Parts['log']): Promise<void> {
  const events = new EventStream(response)
  try {
    events.send('report', await take((status) => events.send('status', status)))
  } catch (error) {
    const { requestId } = traceOf(request)
    const problem = asProblem(error)
    const details = problemDetails(problem, requestId)
    if (details.status >= 500) log.error({ requestId, code: problem.code, err: error }, 'upload failed')
    events.send('error', details)
  }
  events.end()
}
