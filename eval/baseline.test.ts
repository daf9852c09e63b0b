import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { baselineOf, fallenBehind, readBaseline, writeBaseline } from './baseline.ts'
import { BASELINE, SHARED, sharedIsHere } from './defaults.ts'
import { runEvaluation } from './evaluation.ts'
import { readGold } from './gold.ts'
import type { Result } from './run.ts'
import { sampleEvaluation, sampleResult } from './sample-evaluation.ts'

/** 400 questions, of which the first few have other outcomes: one of them is a quarter of a point. */
function results(...outcomes: Result['outcome'][]): Result[] {
  return Array.from({ length: 400 }, (_, at) => sampleResult({ id: `q-${at}`, outcome: outcomes[at] ?? 'correct' }))
}
const baseline = baselineOf({ results: results('wrong'), stock: null, retrieval: null, embedderId: null })

describe('a run holds against the baseline', () => {
  test.each([
    ['the same', results('wrong')],
    ['better', results()],
    ['half a point less', results('wrong', 'partial', 'partial')],
    ['one wrong answer more', results('wrong', 'wrong')],
    ['a question more than it knows', [...results('wrong'), sampleResult({ id: 'new', outcome: 'wrong' })]],
  ])('%s', (_, run) => {
    expect(fallenBehind(baseline, run)).toEqual([])
  })
})

describe('a run has fallen behind', () => {
  test('by more than half a point', () => {
    const [what, ...worse] = fallenBehind(baseline, results('wrong', 'partial', 'partial', 'error'))
    expect(what).toBe('accuracy fell by 0.8 points')
    expect(worse.map((line) => line.split(':')[0])).toEqual([
      'q-1 [lookup] correct → partial',
      'q-2 [lookup] correct → partial',
      'q-3 [lookup] correct → error',
    ])
  })

  test('by two wrong answers more, though others became right', () => {
    const [what] = fallenBehind(baseline, results('correct', 'wrong', 'wrong', 'wrong'))
    expect(what).toBe('wrong answers rose from 1 to 3')
  })

  test('by questions that were not asked', () => {
    expect(fallenBehind(baseline, results('wrong').slice(0, -2))).toEqual([
      'not asked, though in the baseline: q-398, q-399',
    ])
  })
})

test('what is written is read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-chat-baseline-'))
  try {
    const written = baselineOf(sampleEvaluation())
    writeBaseline(join(folder, 'baseline.json'), written)
    expect(readBaseline(join(folder, 'baseline.json'))).toEqual(written)
    expect(written.summary).toEqual({
      questions: 4,
      correct: 2,
      wrong: 1,
      citationsHold: 1,
      citesEvidence: 1,
      stock: { correct: 1, ceiling: 1 },
      hitAt4: { vectors: 1, terms: 0, fused: 1 },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

// Whether this runs in CI is about the machine, not about the product: no setting of server/config.ts.
// eslint-disable-next-line no-restricted-syntax
const CI = (process.env.CI ?? '') !== ''

describe('this tree, on the shared questions', () => {
  test.skipIf(!sharedIsHere() && !CI)('has not fallen behind', { timeout: 120_000 }, async (context) => {
    if (!sharedIsHere()) expect.fail('CI is set, but ../shared with its questions and documents is not here')
    const { docs, gold } = SHARED
    const committed = readBaseline(BASELINE)
    const run = await runEvaluation(readGold(gold), { docs, concurrency: 2, quick: true, onProgress: () => undefined })
    if (!CI && run.embedderId !== committed.embedderId)
      context.skip(`the baseline was made with ${committed.embedderId}, and ${run.embedderId} is at hand`)
    expect(run.embedderId).toBe(committed.embedderId)
    expect(fallenBehind(committed, run.results)).toEqual([])
  })
})
