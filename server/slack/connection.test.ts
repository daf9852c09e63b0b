import { expect, it } from 'vitest'
import { type Connecting, Connection } from './connection.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 30))

/** A connection that does as it is told: the outcome of each try, and its end by `close`. */
function fakeWay(outcomes: readonly ('made' | 'refused')[]) {
  const ends: (() => void)[] = []
  const heard: string[] = []
  let tries = 0
  const way: Connecting = {
    connect: async () => {
      tries += 1
      if (outcomes[tries - 1] === 'refused') throw new Error('not now')
    },
    disconnect: async () => {
      heard.push('disconnected')
      ends.at(-1)?.()
    },
    untilClosed: () => new Promise((resolve) => ends.push(resolve)),
    firstWaitMs: 1,
    log: { error: () => heard.push('error'), info: () => heard.push('connected') },
  }
  return { way, heard, tries: () => tries, close: () => ends.at(-1)?.() }
}

it('is made again when it ends, and when it cannot be made', async () => {
  const fake = fakeWay(['refused', 'refused', 'made', 'made'])
  const connection = new Connection(fake.way)
  const kept = connection.keep()
  await settled()
  expect(fake.heard).toEqual(['error', 'error', 'connected'])
  fake.close()
  await settled()
  expect(fake.heard).toEqual(['error', 'error', 'connected', 'connected'])
  await connection.stop()
  await kept
  expect(fake.tries()).toBe(4)
})

it('that is stopped while it waits is not made again', async () => {
  const fake = fakeWay(['refused'])
  const connection = new Connection({ ...fake.way, firstWaitMs: 600_000 })
  const kept = connection.keep()
  await settled()
  await connection.stop()
  await kept
  expect(fake.tries()).toBe(1)
})
