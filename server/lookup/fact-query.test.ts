import { describe, expect, it } from 'vitest'
import { Problem } from '../../ingest/domain/problem.ts'
import { documentsOf, listFacts } from './fact-query.ts'
import { fakeCorpus, fakeDocument, fakeFact, fakeRecord, fakeTable } from './fake-corpus.ts'

const education = fakeDocument('aaaa')
const health = fakeDocument('bbbb', {
  organization: '示例县卫生局',
  aliases: ['示例卫生局'],
  fiscalYear: 2030,
  basis: 'final_accounts',
})
const corpus = fakeCorpus([education, health])
const ids = (query: Parameters<typeof listFacts>[0]) => listFacts(query, corpus).facts.map(({ id }) => id)

describe('listFacts', () => {
  it('gives everything without a filter', () => {
    expect(ids({})).toEqual(['aaaa-f1', 'bbbb-f1'])
  })

  it.each([
    [{ organization: '示例县卫生局' }, ['bbbb-f1']],
    [{ organization: 'shili education bureau' }, ['aaaa-f1']],
    [{ organization: '卫生' }, ['bbbb-f1']],
    [{ organization: '别处' }, []],
    [{ organization: ' ' }, []],
    [{ year: 2030 }, ['bbbb-f1']],
    [{ basis: 'budget' as const }, ['aaaa-f1']],
    [{ item: '接待' }, ['aaaa-f1', 'bbbb-f1']],
    [{ item: '没有' }, []],
    [{ table: 'three_public' }, ['aaaa-f1', 'bbbb-f1']],
    [{ table: 'income' }, []],
    [{ table: '表七' }, ['aaaa-f1', 'bbbb-f1']],
    [{ table: '三公经费' }, ['aaaa-f1', 'bbbb-f1']],
    [{ table: '表八' }, []],
    [{ organization: '示例教育局', year: 2030 }, []],
  ])('filters by %o', (query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  it('pages through what a title filter leaves, missing and repeating nothing', () => {
    const facts = Array.from({ length: 47 }, (_, index) =>
      fakeFact('cccc', index + 1, { tableId: index % 3 === 0 ? 'cccc-t1' : 'cccc-t2' }),
    )
    const tables = [fakeTable('cccc'), fakeTable('cccc', { id: 'cccc-t2', number: '表九' })]
    const many = fakeCorpus([{ record: fakeRecord('cccc'), lines: [], tables, facts }])
    for (const limit of [1, 3, 5, 16, 100]) {
      const seen: string[] = []
      let page: string | undefined
      do {
        const listing = listFacts({ table: '表七', page }, many, limit)
        expect(listing.facts.length).toBeLessThanOrEqual(limit)
        seen.push(...listing.facts.map(({ id }) => id))
        page = listing.nextPage ?? undefined
      } while (page !== undefined)
      expect(seen).toEqual(facts.filter(({ tableId }) => tableId === 'cccc-t1').map(({ id }) => id))
    }
  })

  it.each(['', 'nonsense', Buffer.from('[1,2]').toString('base64url')])('refuses the foreign cursor "%s"', (page) => {
    expect(() => listFacts({ page }, corpus)).toThrow(Problem)
  })
})

it('prefers an exact name to names that contain it', () => {
  const longer = fakeDocument('dddd', { organization: '示例县教育局幼儿园', aliases: [] })
  const two = fakeCorpus([education, longer])
  expect(documentsOf('示例县教育局', two).map(({ id }) => id)).toEqual(['aaaa'])
  expect(documentsOf('教育局', two).map(({ id }) => id)).toEqual(['aaaa', 'dddd'])
})
