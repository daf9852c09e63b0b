import { describe, expect, it } from 'vitest'
import { randomOf } from './index/sample-random.ts'
import { HOSTILE_SHAPES, malformedFile } from './sample-malformed.ts'
import { expectReadOrRefused } from './sample-reading.ts'

describe('a file that is malformed', () => {
  it('is read or refused with a reason, 150 of them', { timeout: 120_000 }, async () => {
    const random = randomOf(1)
    const outcomes = []
    for (let at = 0; at < 150; at += 1)
      outcomes.push(await expectReadOrRefused(malformedFile(random), `file-${at}.txt`))
    expect(new Set(outcomes)).toEqual(new Set(['read', 'refused']))
  })

  it.each(HOSTILE_SHAPES)('takes no longer than its size warrants: %s', { timeout: 60_000 }, async (name, shape) => {
    await expectReadOrRefused(Buffer.from(shape(40_000)), name)
  })
})

describe('a file that holds more than a disclosure', () => {
  it.each([
    ['lines', '水\n', 200_001],
    ['cells', '水|', 500_001],
    ['numbers', '1 ', 100_001],
  ])('is refused for its %s', async (what, piece, count) => {
    const bytes = Buffer.from(piece.repeat(count))
    expect(await expectReadOrRefused(bytes, `${count} ${what}`)).toBe('refused')
  })
})
