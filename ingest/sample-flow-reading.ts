import { readdirSync, readFileSync } from 'node:fs'
import type { WorkerReader } from './document-reader.ts'
import { expectReadOrRefusedInThread } from './sample-thread-reading.ts'

function files(folder: string, extension: string): Buffer[] {
  const url = new URL(folder, import.meta.url)
  return readdirSync(url)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => readFileSync(new URL(name, url)))
}

/** For tests: pages and Word files that are whole; what is broken is made from them. */
export const WHOLE_PAGES: readonly Uint8Array[] = [
  ...files('read/html/golden/', '.html'),
  ...files('one-disclosure/', '.html'),
]
export const WHOLE_DOCX: readonly Uint8Array[] = [
  ...files('read/docx/golden/', '.docx'),
  ...files('one-disclosure/', '.docx'),
]

/** For tests: reads a page or a Word file as an ingest does, and holds the outcome to what an ingest promises. */
export function expectFlowReadOrRefused(
  reader: WorkerReader,
  bytes: Uint8Array,
  name: string,
): Promise<'read' | 'refused'> {
  return expectReadOrRefusedInThread(reader, bytes, name, (place) =>
    place.kind === 'line' ? place.line > 0 : place.kind === 'paragraph' && place.paragraph > 0,
  )
}
