import { expect } from 'vitest'
import { WorkerReader } from './document-reader.ts'
import { PROBLEMS, Problem } from './domain/problem.ts'

/** How long a page may take in these tests, and a file on top of what its pages may. */
const PAGE_LIMIT_MS = 5_000
const HANGS_MS = 60_000

/** For tests: a reader of PDFs as an ingest has it, with little patience. */
export function impatientReader(): WorkerReader {
  return new WorkerReader({ pageLimitMs: PAGE_LIMIT_MS, restLimitMs: 30_000, memoryMb: 1024 })
}

/** Reads a PDF as an ingest does, and holds the outcome to what an ingest promises of any file. Gives what became of it. */
export async function expectPdfReadOrRefused(
  reader: WorkerReader,
  bytes: Uint8Array,
  name: string,
): Promise<'read' | 'refused'> {
  const began = performance.now()
  const outcome = await reader.read(bytes, name).catch(asError)
  expect(performance.now() - began, `${name} took too long`).toBeLessThan(HANGS_MS)
  if (outcome instanceof Problem) {
    expect(Object.keys(PROBLEMS), name).toContain(outcome.code)
    expect(outcome.message, name).toContain(name)
    return 'refused'
  }
  if (outcome instanceof Error) throw new Error(`${name} (${bytes.length} bytes) broke the reader`, { cause: outcome })
  const { lines, places, facts, chunks } = outcome
  expect(places, name).toHaveLength(lines.length)
  const lost = places?.find(({ page, box }) => page < 1 || box.some((edge) => !Number.isFinite(edge)))
  expect(lost, name).toBeUndefined()
  const astray = [...facts, ...chunks].find(({ source }) => source.to < source.from || source.to > lines.length)
  expect(astray, name).toBeUndefined()
  return 'read'
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
