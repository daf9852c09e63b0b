import { describe, expect, it } from 'vitest'
import { randomOf } from './index/sample-random.ts'
import { HOSTILE_SHAPES, malformedFile } from './sample-malformed.ts'
import { expectReadOrRefused } from './sample-reading.ts'

const MEGABYTE = 1024 * 1024
/** Memory of the whole process; a reader that keeps what it read would pass it long before the end. */
const MOST_MEMORY = 2500 * MEGABYTE

describe('malformed files', () => {
  it.each(Array.from({ length: 10 }, (_, at) => at))(
    'are read or refused with a reason, thousand %i',
    async (thousand) => {
      const random = randomOf(1000 + thousand)
      for (let at = 0; at < 1000; at += 1)
        await expectReadOrRefused(malformedFile(random), `file-${thousand}-${at}.txt`)
      expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY)
    },
  )

  it.each(HOSTILE_SHAPES)('take no longer than their size warrants: %s', async (name, shape) => {
    await expectReadOrRefused(Buffer.from(shape(200_000)), name)
  })

  it.each(['水', 'a', '7', ' ', '（', '<b>', '合计', '|', '水 1 '])('of 50 MB on one line of "%s"', async (piece) => {
    const bytes = Buffer.from(
      `青石县水务局\n公务接待费 1.00 万元。\n${piece.repeat((49 * MEGABYTE) / Buffer.byteLength(piece))}`,
    )
    await expectReadOrRefused(bytes, 'long-line.txt')
    expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY)
  })
})
