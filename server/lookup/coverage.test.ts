import { expect, it } from 'vitest'
import { coverageOf } from './coverage.ts'
import { coverageResponseSchema } from './coverage-contract.ts'
import { fakeCorpus, fakeDocument, fakeTable } from './fake-corpus.ts'

it('tells what each document holds, what it declares empty, and nothing of what is absent', async () => {
  const emptyNote = { text: '本表为空', source: { kind: 'lines', from: 3, to: 3 } } as const
  const document = {
    ...fakeDocument('aaaa'),
    tables: [
      fakeTable('aaaa', { id: 'aaaa-t1', role: 'income', emptyNote }),
      fakeTable('aaaa', { id: 'aaaa-t2', role: 'government_fund', emptyNote }),
      fakeTable('aaaa', { id: 'aaaa-t3', role: 'income' }),
      fakeTable('aaaa', { id: 'aaaa-t4', role: 'income' }),
    ],
  }
  const documents = await coverageOf(fakeCorpus([document, fakeDocument('bbbb', { fiscalYear: null, basis: null })]))
  expect(coverageResponseSchema.parse({ documents }).documents.map(({ id, tables }) => [id, tables])).toEqual([
    [
      'aaaa',
      [
        { role: 'income', state: 'held', id: 'aaaa-t3' },
        { role: 'government_fund', state: 'empty', id: 'aaaa-t2' },
      ],
    ],
    ['bbbb', [{ role: 'three_public', state: 'held', id: 'bbbb-t1' }]],
  ])
})
