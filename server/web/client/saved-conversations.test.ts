import { describe, expect, it } from 'vitest'
import { sampleAnswer } from './sample-answer.ts'
import { forgetConversation, saveConversation, savedConversations } from './saved-conversations.ts'

/** A browser's storage that holds so many letters. */
function storageOf(room = Number.POSITIVE_INFINITY): Storage {
  const held = new Map<string, string>()
  return {
    length: 0,
    clear: () => held.clear(),
    key: () => null,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
  }
}

const conversation = (id: string, turns = 1) => ({
  id,
  at: 1,
  turns: Array.from({ length: turns }, (_, at) => ({ question: `问${at}`, answer: sampleAnswer() })),
})
const ids = (storage: Storage) => savedConversations(storage).map(({ id }) => id)

describe('the conversations a browser keeps', () => {
  it('are those saved, newest first, each once', () => {
    const storage = storageOf()
    for (const id of ['a', 'b', 'a']) saveConversation(storage, conversation(id))
    expect(ids(storage)).toEqual(['a', 'b'])
    expect(savedConversations(storage)[0]).toEqual(conversation('a'))
  })

  it('are at most fifty', () => {
    const storage = storageOf()
    for (let at = 0; at < 60; at += 1) saveConversation(storage, conversation(String(at)))
    expect(ids(storage)).toHaveLength(50)
    expect(ids(storage)[0]).toBe('59')
  })

  it('lose their oldest where the browser has no more room', () => {
    const room = JSON.stringify([conversation('a'), conversation('b')]).length
    const storage = storageOf(room)
    for (const id of ['a', 'b', 'c']) saveConversation(storage, conversation(id))
    expect(ids(storage)).toEqual(['c', 'b'])
    const [huge] = saveConversation(storage, conversation('huge', 50))
    expect(huge?.turns.length).toBeLessThan(50)
    expect(huge?.turns.at(-1)).toEqual(conversation('huge', 50).turns.at(-1))
    expect(ids(storage)).toEqual(['huge'])
  })

  it('are not kept where not even one answer finds room', () => {
    expect(saveConversation(storageOf(50), conversation('a', 3))).toEqual([])
  })

  it('can be forgotten, one or all', () => {
    const storage = storageOf()
    for (const id of ['a', 'b', 'c']) saveConversation(storage, conversation(id))
    forgetConversation(storage, 'b')
    expect(ids(storage)).toEqual(['c', 'a'])
    expect(forgetConversation(storage, null)).toEqual([])
    expect(ids(storage)).toEqual([])
  })

  it.each(['{', 'null', '[{"id":1}]', '[{"id":"a","at":1,"turns":[{"question":"?","answer":{}}]}]'])(
    'leave out what was not written by this page: %s',
    (text) => {
      const storage = storageOf()
      storage.setItem('budget-chat-conversations', text)
      expect(savedConversations(storage)).toEqual([])
    },
  )
})
