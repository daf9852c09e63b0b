import { expect, it } from 'vitest'
import { Once } from './once.ts'
import { Threads } from './threads.ts'
import { Turns } from './turns.ts'

it('a delivery is the first of its name once, whichever of its names comes again', () => {
  const once = new Once()
  expect(once.isFirst(['a', 'b'])).toBe(true)
  expect(once.isFirst(['c', 'b'])).toBe(false)
  expect(once.isFirst(['c'])).toBe(false)
})

it('what is remembered is bounded, and the oldest goes first', () => {
  const once = new Once()
  const threads = new Threads()
  for (let at = 0; at < 20_001; at += 1) {
    once.isFirst([`n${at}`])
    threads.note('C1', `${at}`, `c${at}`)
  }
  expect(once.isFirst(['n0'])).toBe(true)
  expect(once.isFirst(['n20000'])).toBe(false)
  expect([threads.conversationOf('C1', '0'), threads.conversationOf('C1', '20000')]).toEqual([null, 'c20000'])
})

it('turns of one name follow each other, also after one that failed; those of another need not wait', async () => {
  const turns = new Turns()
  const heard: string[] = []
  let release = () => undefined
  const held = new Promise<void>((resolve) => {
    release = () => void resolve()
  })
  const first = turns.after('one', async () => {
    await held
    heard.push('first')
    throw new Error('lost')
  })
  const second = turns.after('one', async () => void heard.push('second'))
  await turns.after('two', async () => void heard.push('other'))
  release()
  await expect(first).rejects.toThrow('lost')
  await second
  expect(heard).toEqual(['other', 'first', 'second'])
  await turns.done()
})
