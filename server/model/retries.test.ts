import { describe, expect, test } from 'vitest'
import { type FailureReason, ModelFailure } from './model-failure.ts'
import { retried, retryAfter, waitBefore } from './retries.ts'

const OPTIONS = { tries: 3, firstWaitMs: 100, random: () => 0.5 }

function budget(left: number) {
  return { signal: new AbortController().signal, left: () => left }
}

describe('the wait before another try', () => {
  const busy = (retryAfterMs: number | null = null) => new ModelFailure('rate-limited', '', { retryAfterMs })

  test('is random, and longer each time', () => {
    expect(waitBefore(busy(), 1, budget(9999), OPTIONS)).toBe(50)
    expect(waitBefore(busy(), 2, budget(9999), OPTIONS)).toBe(100)
    expect(waitBefore(busy(), 1, budget(9999), { ...OPTIONS, random: () => 0 })).toBe(0)
  })

  test('is what the server asks for, where that is longer', () => {
    expect(waitBefore(busy(2000), 1, budget(9999), OPTIONS)).toBe(2000)
    expect(waitBefore(busy(10), 1, budget(9999), OPTIONS)).toBe(50)
  })

  test('is not begun where no time would be left', () => {
    expect(waitBefore(busy(2000), 1, budget(2400), OPTIONS)).toBeNull()
    expect(waitBefore(busy(), 3, budget(9999), OPTIONS)).toBeNull()
  })

  test.each([
    ['unreachable', true],
    ['server-error', true],
    ['timeout', false],
    ['forbidden', false],
    ['bad-request', false],
    ['bad-reply', false],
    ['format-unsupported', false],
    ['busy', false],
    ['resting', false],
  ] satisfies [FailureReason, boolean][])('after %s is worth it: %s', (reason, worth) => {
    expect(waitBefore(new ModelFailure(reason, ''), 1, budget(9999), OPTIONS) !== null).toBe(worth)
  })
})

test('the last failure is told where whoever asked goes away meanwhile', async () => {
  const caller = new AbortController()
  const failure = new ModelFailure('server-error', 'first')
  const work = retried(
    async () => {
      setTimeout(() => caller.abort(), 5)
      throw failure
    },
    { signal: caller.signal, left: () => 99_999 },
    { ...OPTIONS, firstWaitMs: 60_000 },
  )
  await expect(work).rejects.toBe(failure)
})

test.each([
  ['3', 3000],
  ['0.5', 500],
  [' 7 ', 7000],
  ['Thu, 01 Jan 2032 00:00:10 GMT', 10_000],
  ['Thu, 01 Jan 2015 00:00:00 GMT', 0],
  ['soon', null],
  ['-1', null],
  ['', null],
  [null, null],
])('Retry-After %j is %s ms', (header, ms) => {
  expect(retryAfter(header, Date.parse('Thu, 01 Jan 2032 00:00:00 GMT'))).toBe(ms)
})
