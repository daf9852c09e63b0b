import { describe, expect, test } from 'vitest'
import type { Answer } from '../server/answer/contract.ts'
import { misses, scoreboard } from './report.ts'
import { type AnsweringServer, evaluate } from './run.ts'
import { SOURCES, sampleAnswer, sampleFigure, sampleQuestion } from './sample-answer.ts'
import { accuracy } from './summary.ts'

/** A server that knows the questions by heart; any other one it fails on. */
function serverOf(answers: Record<string, Answer>): AnsweringServer {
  return {
    ask: async (question) => {
      const answer = answers[question]
      if (answer === undefined) throw new Error(`HTTP 500 ${question}`)
      return { answer, ms: 5 }
    },
  }
}

const wrong = sampleAnswer({ figures: [sampleFigure({ value: '1' })] })
const questions = [
  sampleQuestion({ id: 'right', question: 'right' }),
  sampleQuestion({ id: 'wrong', question: 'wrong' }),
  sampleQuestion({ id: 'broken', question: 'broken', kind: 'count' }),
  sampleQuestion({ id: 'refused', question: 'refused' }),
]
const server = serverOf({
  right: sampleAnswer(),
  wrong,
  refused: sampleAnswer({ status: 'not_found', figures: [], citations: [] }),
})

describe('evaluate', () => {
  test('keeps the order of the questions and turns a failure into an error of that question', async () => {
    const results = await evaluate(questions, server, SOURCES, 3)
    expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'right correct',
      'wrong wrong',
      'broken error',
      'refused abstained',
    ])
    expect(results[0]?.got).toEqual(['6.20万元'])
    expect(results[2]?.why).toBe('HTTP 500 broken')
  })

  test('an alternative that is not answered spoils asking back', async () => {
    const asks = [sampleQuestion({ kind: 'ambiguous', question: 'which?' })]
    const ambiguous = sampleAnswer({
      status: 'ambiguous',
      figures: [],
      alternatives: [
        { label: '1', question: 'first' },
        { label: '2', question: 'second' },
      ],
    })
    const good = serverOf({ 'which?': ambiguous, first: sampleAnswer(), second: sampleAnswer() })
    expect((await evaluate(asks, good, SOURCES, 1))[0]?.outcome).toBe('correct')
    const bad = serverOf({ 'which?': ambiguous, first: sampleAnswer(), second: ambiguous })
    expect((await evaluate(asks, bad, SOURCES, 1))[0]).toMatchObject({ outcome: 'partial', why: /second/ })
  })
})

describe('the report', () => {
  test('has a row a kind, the total, the wrong answers and latency', async () => {
    const results = await evaluate(questions, server, SOURCES, 1)
    expect(accuracy(results)).toBe(0.25)
    expect(scoreboard(results).split('\n')).toEqual([
      'kind             n  correct  partial    wrong abstained  errors cite-held cite-gold',
      'count            1     0.0%     0.0%     0.0%      0.0%  100.0%         –         –',
      'lookup           3    33.3%     0.0%    33.3%     33.3%    0.0%     50.0%    100.0%',
      'ALL              4    25.0%     0.0%    25.0%     25.0%   25.0%     50.0%    100.0%',
      'wrong answers: 1 of 2 given (50.0%)',
      'latency ms: p50 5.0  p95 5.0  max 5.0',
    ])
  })

  test('misses tell every question that is not correct, and why', async () => {
    const text = misses(await evaluate(questions, server, SOURCES, 1))
    expect(text).toContain('wrong     wrong [lookup] wrong\n          wants 6.20万元; got 1万元')
    expect(text).not.toContain('right [lookup]')
  })

  test('nothing asked is not a success', () => {
    expect(accuracy([])).toBe(0)
    expect(scoreboard([])).toContain('wrong answers: 0 of 0 given (–)')
  })
})
