import { expect, test } from 'vitest'
import { leadOver, retrievalBoard, stockLines, terminalReport } from './report.ts'
import { sampleEvaluation } from './sample-evaluation.ts'

test('stock RAG stands beside each kind', () => {
  expect(terminalReport(sampleEvaluation()).split('\n').slice(0, 4)).toEqual([
    'kind             n  correct  partial    wrong abstained  errors cite-held cite-gold  stock: correct    wrong  ceiling',
    'lookup           3    33.3%     0.0%    33.3%     33.3%    0.0%    100.0%    100.0%           33.3%    66.7%    33.3%',
    'text             1   100.0%     0.0%     0.0%      0.0%    0.0%    100.0%    100.0%            0.0%   100.0%     0.0%',
    'ALL              4    50.0%     0.0%    25.0%     25.0%    0.0%    100.0%    100.0%           25.0%    75.0%    25.0%',
  ])
})

test('the lead is told in times its accuracy and points above its ceiling', () => {
  const { results, stock } = sampleEvaluation()
  if (stock === null) throw new Error('the sample has stock RAG')
  expect(leadOver(stock, results)).toEqual({ times: 2, aboveCeiling: 25 })
  expect(stockLines(stock, results)).toContain('2.0 times its accuracy, +25.0 points above its ceiling')
  expect(stockLines(stock, results)).toContain('evidence in its top 4 for 1 (25.0%) questions')
  const none = { ...stock, results: stock.results.slice(1), reach: { any: ['1', '2', '3'], whole: [] } }
  expect(stockLines(none, results)).toContain('– its accuracy, −25.0 points above its ceiling')
})

test('retrieval has a row a group and ranking', () => {
  expect(
    retrievalBoard(sampleEvaluation().retrieval ?? [])
      .split('\n')
      .slice(0, 4),
  ).toEqual([
    'retrieval             n ranking    hit@1   hit@4  hit@10    mrr',
    'all with evidence     2 vectors    50.0%  100.0%  100.0%  0.750',
    'all with evidence     2 terms       0.0%    0.0%   50.0%  0.100',
    'all with evidence     2 fused     100.0%  100.0%  100.0%  1.000',
  ])
})

test('what was not run is not reported', () => {
  const quick = terminalReport({ ...sampleEvaluation(), stock: null, retrieval: null })
  expect(quick).not.toMatch(/stock|retrieval/)
})
