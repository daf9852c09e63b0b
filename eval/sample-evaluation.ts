import type { Evaluation } from './evaluation.ts'
import type { Result } from './run.ts'

export function sampleResult(changes: Partial<Result> = {}): Result {
  return {
    id: 'q-1',
    kind: 'lookup',
    question: '某县财政局2021年公务用车运行费预算是多少？',
    outcome: 'correct',
    why: '',
    status: 'answered',
    ms: 5,
    figures: 1,
    citationsHold: true,
    citesEvidence: true,
    answer: '6.20 万元 [1]',
    got: ['6.20万元'],
    ...changes,
  }
}

/** Four questions: two right, one wrong, one refused; stock RAG has one of them right and no other within reach. */
export function sampleEvaluation(): Evaluation {
  const results = [
    sampleResult(),
    sampleResult({ id: 'q-2', kind: 'text', ms: 7 }),
    sampleResult({ id: 'q-3', outcome: 'wrong', why: 'wants 1; got 2' }),
    sampleResult({ id: 'q-4', outcome: 'abstained', why: 'status not_found', figures: 0 }),
  ]
  const theirs = results.map((result) => ({ ...result, ms: 1, outcome: 'wrong' as const }))
  return {
    results,
    stock: {
      results: [sampleResult({ ms: 1 }), ...theirs.slice(1)],
      reach: { any: ['q-1'], whole: [] },
      pieces: 9,
    },
    retrieval: [
      { id: 'q-1', kind: 'lookup', vectors: 2, terms: null, fused: 1 },
      { id: 'q-2', kind: 'text', vectors: 1, terms: 5, fused: 1 },
    ],
    embedderId: 'sample@1',
  }
}
