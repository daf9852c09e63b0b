import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleDocument } from './sample-documents.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { corpusStoreContract } from './store.contract.ts'

corpusStoreContract('SqliteStore', () => openSqliteStore(':memory:'))

describe('SqliteStore', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'budget-chat-store-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('keeps what was put in when it is closed and opened again', () => {
    const path = join(folder, 'store.sqlite')
    const first = openSqliteStore(path)
    first.put(sampleDocument({ id: 'a' }))
    first.close()
    const again = openSqliteStore(path)
    expect(again.facts('a')).toHaveLength(2)
    again.close()
  })

  it('leaves the old document whole when the new one cannot be put in', () => {
    const store = openSqliteStore(':memory:')
    const old = sampleDocument({ id: 'a' })
    store.put(old)
    const [fact] = old.facts
    const twice = { ...old, facts: fact ? [fact, fact] : [] }
    expect(() => store.put(twice)).toThrow(/UNIQUE/)
    expect(store.facts('a')).toEqual(old.facts)
    expect(store.searchTerms('用车', null, 5)).toHaveLength(1)
    store.close()
  })

  it('refuses a document that the schemas of the domain do not allow', () => {
    const store = openSqliteStore(':memory:')
    const document = sampleDocument({ id: 'a', figures: { 公务接待费: '1,000' } })
    expect(() => store.put(document)).toThrow(/amount/)
    expect(store.documents()).toEqual([])
    store.close()
  })
})
