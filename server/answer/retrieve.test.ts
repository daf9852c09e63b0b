import { expect, test } from 'vitest'
import { retrieve } from './retrieve.ts'

const ranking = (...ids: string[]) => ids.map((chunkId, at) => ({ chunkId, score: 1 - at / 10 }))

/** An index that knows what to find, and remembers what it was asked. */
function indexOf(terms: string[], vectors: string[]) {
  const asked: string[] = []
  return {
    asked,
    documents: () => [],
    searchTerms: (query: string) => {
      asked.push(query)
      return ranking(...terms)
    },
    searchVectors: async () => ranking(...vectors),
  }
}

const ids = (found: readonly { readonly chunkId: string }[]) => found.map(({ chunkId }) => chunkId)

test('what both halves find comes before what one of them does; each half stays as it is', async () => {
  const found = await retrieve('公务接待费为什么下降', indexOf(['t', 'both'], ['v', 'x', 'both']), 10)
  expect(ids(found.fused)).toEqual(['both', 't', 'v', 'x'])
  expect(ids(found.terms)).toEqual(['t', 'both'])
  expect(ids(found.vectors)).toEqual(['v', 'x', 'both'])
})

test('no more than k of each are given', async () => {
  const found = await retrieve('公务接待费为什么下降', indexOf(['a', 'b', 'c'], ['d', 'e', 'f']), 2)
  expect([found.terms.length, found.vectors.length, found.fused.length]).toEqual([2, 2, 2])
})

test('a question that names nothing is looked for as it stands', async () => {
  const index = indexOf([], [])
  await retrieve('？', index, 4)
  expect(index.asked).toEqual(['?'])
})
