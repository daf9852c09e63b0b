import type { CoveredDocument } from '../../lookup/coverage-contract.ts'
import type { UploadReport } from '../../routes/uploads-contract.ts'
import { readEvents, type ServerEvent } from './event-reader.ts'
import { Refused, refusal } from './server-calls.ts'
import { isProblem, isRecord, parsedJson } from './server-replies.ts'

/** How far an upload is; `stage` is "sending" until the server says something. */
export interface UploadProgress {
  readonly stage: 'sending' | 'waiting' | 'reading' | 'indexing'
  readonly file: string | null
  readonly done: number
  readonly total: number
}

/** What the page may do on the server. */
export interface UploadOptions {
  readonly onDuplicate: 'keep' | 'replace'
  /** Where the server asks for one. */
  readonly key: string
}

export function isCoverage(value: unknown): value is { readonly documents: readonly CoveredDocument[] } {
  return isRecord(value) && Array.isArray(value.documents)
}

/** Sends files, and tells how far they are until the report comes. */
export async function upload(
  files: readonly File[],
  { onDuplicate, key }: UploadOptions,
  onProgress: (progress: UploadProgress) => void,
): Promise<UploadReport> {
  const body = new FormData()
  body.append('onDuplicate', onDuplicate)
  for (const file of files) body.append('files', file)
  onProgress({ stage: 'sending', file: null, done: 0, total: 0 })
  const response = await fetch('/api/documents', {
    method: 'POST',
    headers: { Accept: 'text/event-stream', ...authorization(key) },
    body,
  })
  if (!response.ok || !response.body) throw await refusal(response)
  for await (const event of readEvents(response.body)) {
    const report = heard(event, onProgress)
    if (report) return report
  }
  throw new TypeError('the stream ended without a report')
}

function heard({ name, data }: ServerEvent, onProgress: (progress: UploadProgress) => void): UploadReport | null {
  const told = parsedJson(data)
  if (name === 'error' && isProblem(told)) throw new Refused(told)
  if (name === 'report' && isReport(told)) return told
  if (name === 'status' && isProgress(told)) onProgress(told)
  return null
}

/** Takes a document out of the index. */
export async function removeDocument(id: string, key: string): Promise<void> {
  const response = await fetch(`/api/documents/${encodeURIComponent(id)}`, {
    method: 'DELETE',
    headers: authorization(key),
  })
  if (!response.ok) throw await refusal(response)
}

function authorization(key: string): Readonly<Record<string, string>> {
  return key === '' ? {} : { Authorization: `Bearer ${key}` }
}

function isReport(value: unknown): value is UploadReport {
  return isRecord(value) && Array.isArray(value.documents) && Array.isArray(value.refused)
}

function isProgress(value: unknown): value is UploadProgress {
  return isRecord(value) && typeof value.stage === 'string' && typeof value.done === 'number'
}
