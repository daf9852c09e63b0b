import type { WorkerReader } from './document-reader.ts'
import type { Place } from './domain/place.ts'
import { expectReadOrRefusedInThread } from './sample-thread-reading.ts'

/** For tests: reads a PDF as an ingest does, and holds the outcome to what an ingest promises. Gives what became of it. */
export function expectPdfReadOrRefused(
  reader: WorkerReader,
  bytes: Uint8Array,
  name: string,
): Promise<'read' | 'refused'> {
  return expectReadOrRefusedInThread(reader, bytes, name, isOnPage)
}

function isOnPage(place: Place, pages: number): boolean {
  if (place.kind !== 'page') return false
  const [left, top, right, bottom] = place.box
  const boxed = [left, top, right, bottom].every(Number.isFinite) && left <= right && top <= bottom
  return boxed && place.page >= 1 && place.page <= pages
}
