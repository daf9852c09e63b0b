import { expect, test } from 'vitest'
import type { Fact } from '../../ingest/domain/fact.ts'
import { plannedOtherwise } from './project-conflicts.ts'
import { corpusOf } from './sample-figure.ts'

const PROJECT = '农村饮水安全工程'
const planned: Partial<Fact> = { kind: 'level', basis: 'budget', stage: null, facet: [], project: PROJECT }

function factsOf(described: string): readonly Fact[] {
  const row: Parameters<typeof corpusOf>[1] = [
    {
      ...planned,
      origin: 'cell',
      tableId: 't1',
      role: 'project_expenditure',
      measure: { name: PROJECT, classification: null, code: null },
      amount: { value: '420.00', unit: '万元', raw: '420.00' },
    },
  ]
  const told: Parameters<typeof corpusOf>[1] = [
    {
      ...planned,
      origin: 'sentence',
      tableId: null,
      measure: { name: '预算安排规模', classification: null, code: null },
      amount: { value: described, unit: '万元', raw: described },
    },
  ]
  return corpusOf(['x'], [...(row ?? []), ...(told ?? [])]).facts
}

test.each([
  ['240.00', '240.00'],
  ['420.00', undefined],
])('a project of 420.00 in its table described with %s', (described, rival) => {
  const [fact, ...others] = factsOf(described)
  expect(fact && plannedOtherwise(fact, others)?.amount.value).toBe(fact && rival)
})
