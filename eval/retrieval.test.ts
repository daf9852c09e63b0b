import { expect, test } from 'vitest'
import { groupsOf, qualityOf, rankEvidence } from './retrieval.ts'
import { SOURCES, sampleQuestion } from './sample-answer.ts'

test('quality is the share found early, and the mean of the reciprocal ranks', () => {
  expect(qualityOf([1, 2, 5, null])).toEqual({ hit1: 0.25, hit4: 0.5, hit10: 0.75, mrr: (1 + 1 / 2 + 1 / 5) / 4 })
  expect(qualityOf([])).toEqual({ hit1: 0, hit4: 0, hit10: 0, mrr: 0 })
})

test('each ranking is held against the evidence; questions without evidence are not asked', async () => {
  const here = { file: '010_some-county.txt', from: 4, to: 4 }
  const elsewhere = { ...here, from: 1, to: 1 }
  const asked: string[] = []
  const ranks = await rankEvidence(
    [sampleQuestion(), sampleQuestion({ id: 'q-2', evidence: [] }), sampleQuestion({ id: 'q-3', evidence: undefined })],
    async (question, k) => {
      asked.push(`${question} ${k}`)
      return { vectors: [elsewhere, here], terms: [elsewhere], fused: [here] }
    },
    SOURCES,
  )
  expect(ranks).toEqual([{ id: 'q-1', kind: 'lookup', vectors: 2, terms: null, fused: 1 }])
  expect(asked).toHaveLength(1)
})

test('questions for words and figures in prose are told apart from the rest', () => {
  const ranks = (['lookup', 'text', 'narrative'] as const).map((kind) => ({
    id: kind,
    kind,
    vectors: 1,
    terms: 1,
    fused: 1,
  }))
  expect(groupsOf(ranks).map((group) => `${group.name} ${group.ranks.length}`)).toEqual([
    'all with evidence 3',
    'text + narrative 2',
    'text 1',
    'narrative 1',
  ])
  expect(groupsOf(ranks.slice(0, 1)).map(({ name }) => name)).toEqual(['all with evidence'])
})
