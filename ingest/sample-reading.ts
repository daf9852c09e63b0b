import { expect } from 'vitest'
import { PROBLEMS, Problem } from './domain/problem.ts'
import { readDocument } from './read-document.ts'

/** An input that takes longer hangs, however busy the machine: the slowest takes a tenth of it. */
const HANGS_MS = 20_000
const HANGS_MS_A_MEGABYTE = 1_500

/** Reads a file as an ingest does, and holds the outcome to what an ingest promises of any file. Gives what became of it. */
export async function expectReadOrRefused(bytes: Uint8Array, name: string): Promise<'read' | 'refused'> {
  const began = performance.now()
  const outcome = await readOrRefuse(bytes, name)
  expect(performance.now() - began, `${name} took too long`).toBeLessThan(
    HANGS_MS + (HANGS_MS_A_MEGABYTE * bytes.length) / 1e6,
  )
  if (outcome instanceof Problem) {
    expect(Object.keys(PROBLEMS), name).toContain(outcome.code)
    expect(outcome.message, name).toContain(name)
    return 'refused'
  }
  const { record, lines, facts, chunks } = outcome
  expect(facts.length, name).toBeGreaterThan(0)
  expect(record.understood, name).toBeGreaterThanOrEqual(0)
  expect(record.understood, name).toBeLessThanOrEqual(1)
  const astray = [...facts, ...chunks].find(({ source }) => source.to < source.from || source.to > lines.length)
  expect(astray, name).toBeUndefined()
  return 'read'
}

async function readOrRefuse(bytes: Uint8Array, name: string) {
  try {
    return await readDocument(bytes, name)
  } catch (error) {
    if (error instanceof Problem) return error
    throw new Error(`${name} (${bytes.length} bytes) broke a reader`, { cause: error })
  }
}
