import type { WorkerReader } from './document-reader.ts'
import { cellPosition } from './domain/cell-name.ts'
import type { Place } from './domain/place.ts'
import { expectReadOrRefusedInThread } from './sample-thread-reading.ts'

/** For tests: reads a workbook as an ingest does, and holds the outcome to what an ingest promises. Gives what became of it. */
export function expectXlsxReadOrRefused(
  reader: WorkerReader,
  bytes: Uint8Array,
  name: string,
): Promise<'read' | 'refused'> {
  return expectReadOrRefusedInThread(reader, bytes, name, isInCell)
}

function isInCell(place: Place): boolean {
  return place.kind === 'cell' && cellPosition(place.cell) !== null
}
