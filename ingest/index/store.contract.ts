import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleDocument } from './sample-documents.ts'
import type { CorpusWriter } from './store.ts'

const water = sampleDocument({ id: 'w20', organization: '水利局', fiscalYear: 2020 })
const waterLater = sampleDocument({ id: 'w21', organization: '水利局', fiscalYear: 2021, basis: 'final_accounts' })
const school = sampleDocument({
  id: 's20',
  organization: '第一小学',
  figures: { 财政拨款收入: '100.5', 校舍维修项目: '20' },
  places: [
    { kind: 'page', page: 1, box: [72, 100.25, 200, 112] },
    { kind: 'cell', sheet: '三公', cell: 'AB14' },
  ],
  passages: ['第一小学校舍维修项目预算 20 万元', '学校共有教师 30 人 OR NEAR("x")'],
})

/** What every corpus store promises, run against each of them. */
export function corpusStoreContract(name: string, create: () => CorpusWriter): void {
  describe(`${name} keeps the contract of a corpus store`, () => {
    let store: CorpusWriter

    beforeEach(() => {
      store = create()
      for (const document of [school, waterLater, water]) store.put(document)
    })
    afterEach(() => store.close())

    describe('documents', () => {
      it('gives back whole what was put in', () => {
        expect(store.document('s20')).toEqual(school.record)
        expect(store.lines('s20')).toEqual(school.lines)
        expect([1, 2].map((line) => store.places('s20')?.at(line))).toEqual(school.places)
        expect(store.places('w20')).toBeNull()
        expect(store.tables('s20')).toEqual(school.tables)
        expect(store.facts('s20')).toEqual(school.facts)
        expect(store.chunks('s20')).toEqual(school.chunks)
        expect(store.table('s20-t1')).toEqual(school.tables[0])
        expect(store.chunk('s20-c2')).toEqual(school.chunks[1])
      })

      it('lists them by organisation, year and id', () => {
        store.put(sampleDocument({ id: 'w00', organization: '水利局', fiscalYear: null }))
        store.put(sampleDocument({ id: 'w19', organization: '水利局', fiscalYear: 2020 }))
        expect(store.documents().map((document) => document.id)).toEqual(['w00', 'w19', 'w20', 'w21', 's20'])
      })

      it('orders names by code point', () => {
        store.put(sampleDocument({ id: 'x1', organization: '𠮷野乡' }))
        store.put(sampleDocument({ id: 'x2', organization: '（筹）' }))
        expect(
          store
            .documents()
            .map((document) => document.id)
            .slice(-2),
        ).toEqual(['x2', 'x1'])
      })

      it('has nothing of an unknown id', () => {
        expect(store.document('none')).toBeNull()
        expect(store.places('none')).toBeNull()
        expect(store.table('none')).toBeNull()
        expect(store.chunk('none')).toBeNull()
        expect([store.lines('none'), store.tables('none'), store.facts('none'), store.chunks('none')]).toEqual([
          [],
          [],
          [],
          [],
        ])
      })
    })

    describe('putting and deleting', () => {
      it('replaces exactly the document with the same id', () => {
        expect(store.facts('w20')).toHaveLength(2)
        expect(store.tables('w20')[0]?.rows).toHaveLength(2)
        store.put(sampleDocument({ id: 'w20', figures: { 公务接待费: '9.99' }, passages: ['接待'] }))
        expect(store.facts('w20').map((fact) => fact.amount.value)).toEqual(['9.99'])
        expect(store.tables('w20')[0]?.rows).toHaveLength(1)
        expect(store.searchTerms('用车', ['w20'], 5)).toEqual([])
        expect(store.facts('w21')).toEqual(waterLater.facts)
        expect(store.documents()).toHaveLength(3)
      })

      it('deletes a document with everything of it', () => {
        expect(store.facts('w20')).toHaveLength(2)
        expect(store.delete('w20')).toBe(true)
        expect(store.document('w20')).toBeNull()
        expect(store.facts('w20')).toEqual([])
        expect(store.table('w20-t1')).toBeNull()
        expect(store.searchTerms('公务用车', null, 5).map((hit) => hit.chunkId)).toEqual(['w21-c1'])
      })

      it('forgets the places of a document that is replaced or deleted', () => {
        expect(store.places('s20')?.length).toBe(2)
        store.put(sampleDocument({ id: 's20' }))
        expect(store.places('s20')).toBeNull()
        store.put(school)
        expect(store.places('s20')?.length).toBe(2)
        store.delete('s20')
        expect(store.places('s20')).toBeNull()
      })

      it('says when there was nothing to delete', () => {
        expect(store.delete('none')).toBe(false)
      })
    })

    describe('finding facts', () => {
      const ids = (filter: Parameters<CorpusWriter['findFacts']>[0]) =>
        store.findFacts(filter, null, 100).facts.map((fact) => fact.id)

      it('gives all of them, by document and position, without a filter', () => {
        expect(ids({})).toEqual(['w20-f1', 'w20-f2', 'w21-f1', 'w21-f2', 's20-f1', 's20-f2'])
      })

      it.each([
        ['documents', { documentIds: ['s20', 'w21'] }, ['w21-f1', 'w21-f2', 's20-f1', 's20-f2']],
        ['no document', { documentIds: [] }, []],
        ['year', { fiscalYear: 2021 }, ['w21-f1', 'w21-f2']],
        ['basis', { basis: 'final_accounts' as const }, ['w21-f1', 'w21-f2']],
        ['role', { role: 'income' as const }, ['s20-f1']],
        ['part of a name', { item: '用车' }, ['w20-f1', 'w21-f1']],
        ['code', { item: '30231' }, ['w20-f1', 'w21-f1']],
        ['a code above', { item: '302' }, ['w20-f1', 'w21-f1']],
        ['the end of a code', { item: '231' }, []],
        ['project', { item: '校舍' }, ['s20-f2']],
        ['all given', { item: '费', fiscalYear: 2020, documentIds: ['w20', 's20'] }, ['w20-f1', 'w20-f2']],
        ['an unknown year', { fiscalYear: 1999 }, []],
      ])('filters by %s', (_, filter, expected) => {
        expect(ids(filter)).toEqual(expected)
      })

      it('pages through all of them exactly once', () => {
        const seen: string[] = []
        let page: string | null = null
        do {
          const { facts, nextPage } = store.findFacts({}, page, 4)
          seen.push(...facts.map((fact) => fact.id))
          page = nextPage
        } while (page !== null)
        expect(seen).toEqual(ids({}))
      })

      it('has no next page when the last one is full', () => {
        expect(store.findFacts({}, null, 6).nextPage).toBeNull()
      })

      it.each(['', 'nonsense', Buffer.from('["x",-1]').toString('base64url')])('refuses the cursor "%s"', (cursor) => {
        expect(() => store.findFacts({}, cursor, 10)).toThrow(expect.objectContaining({ code: 'request-invalid' }))
      })
    })

    describe('searching terms', () => {
      const found = (query: string, documentIds: readonly string[] | null = null) =>
        store.searchTerms(query, documentIds, 10).map((hit) => hit.chunkId)

      it('finds Chinese inside longer words, the best first', () => {
        expect(found('校舍维修花了多少钱')).toEqual(['s20-c1'])
        expect(found('第一小学有教师 30 人吗')).toEqual(['s20-c2', 's20-c1'])
      })

      it('finds numbers and words whatever their case', () => {
        expect(found('near')).toEqual(['s20-c2'])
        expect(found('3.50')).toEqual(['w20-c1', 'w21-c1'])
      })

      it('looks only in the documents given', () => {
        expect(found('公务用车', ['w21', 's20'])).toEqual(['w21-c1'])
        expect(found('公务用车', [])).toEqual([])
      })

      it('gives no more than asked, each with a score', () => {
        const hits = store.searchTerms('万元', null, 2)
        expect(hits).toHaveLength(2)
        expect(hits.every((hit) => Number.isFinite(hit.score))).toBe(true)
      })

      it('tells which documents say it, each once', () => {
        expect(store.documentsSaying('第一小学有教师 30 人吗', null, 10)).toEqual(['s20'])
        expect(store.documentsSaying('3.50', null, 10)).toEqual(['w20', 'w21'])
        expect(store.documentsSaying('3.50', ['w21', 's20'], 10)).toEqual(['w21'])
        expect(store.documentsSaying('不相干', null, 10)).toEqual([])
      })

      it.each(['', '？！', '不相干', '"', 'AND', 'b" AND c', '*', 'terms:y'])('finds nothing for %j', (query) => {
        expect(found(query)).toEqual([])
      })

      it('takes a question of any length', () => {
        const long = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
        expect(found(`${long}校舍维修`)).toContain('s20-c1')
      })
    })
  })
}
