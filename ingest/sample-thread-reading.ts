import { expect } from 'vitest'
import { WorkerReader } from './document-reader.ts'
import type { Place } from './domain/place.ts'
import { PROBLEMS, Problem } from './domain/problem.ts'

/** How long a page may take in these tests, and what comes after the pages or the whole of a file without pages. */
const PAGE_LIMIT_MS = 2_000
const REST_LIMIT_MS = 10_000
/** A page that takes too long twice, the rest, and the start of two threads: longer takes only what hangs. */
const HANGS_MS = 2 * PAGE_LIMIT_MS + REST_LIMIT_MS + 6_000

/** What a fault of our own code says, which no file must bring about. */
const OUR_FAULT = /undefined|not a function|not iterable|not defined|null|call stack|Invalid (?:array|string) length/

/** For tests: a reader of files in a thread as an ingest has it, with little patience. */
export function impatientReader(): WorkerReader {
  return new WorkerReader({ pageLimitMs: PAGE_LIMIT_MS, restLimitMs: REST_LIMIT_MS, memoryMb: 1024 })
}

/**
 * For tests: reads a file as an ingest does, and holds the outcome to what an ingest promises of any file: `isPlace` tells
 * whether a line can stand at a place of a file of so many pages. Gives what became of it.
 */
export async function expectReadOrRefusedInThread(
  reader: WorkerReader,
  bytes: Uint8Array,
  name: string,
  isPlace: (place: Place, pages: number) => boolean,
): Promise<'read' | 'refused'> {
  const began = performance.now()
  let pages = 0
  const outcome = await reader.read(bytes, name, (_, of) => (pages = of)).catch(asError)
  expect(performance.now() - began, `${name} took too long`).toBeLessThan(HANGS_MS)
  if (outcome instanceof Problem) {
    expect(Object.keys(PROBLEMS), name).toContain(outcome.code)
    expect(outcome.message, name).toContain(name)
    expect(outcome.message).not.toMatch(OUR_FAULT)
    return 'refused'
  }
  if (outcome instanceof Error) throw new Error(`${name} (${bytes.length} bytes) broke the reader`, { cause: outcome })
  const { lines, places, facts, chunks } = outcome
  expect(places, name).toHaveLength(lines.length)
  expect(
    places?.find((place) => !isPlace(place, pages)),
    name,
  ).toBeUndefined()
  const astray = [...facts, ...chunks].find(({ source }) => source.to < source.from || source.to > lines.length)
  expect(astray, name).toBeUndefined()
  return 'read'
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
