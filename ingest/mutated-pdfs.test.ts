import { afterAll, describe, expect, it } from 'vitest'
import { randomOf } from './index/sample-random.ts'
import { HOSTILE_PDFS } from './read/pdf/samples/sample-hostile.ts'
import { mutatedPdf } from './read/pdf/samples/sample-mutations.ts'
import { expectPdfReadOrRefused } from './sample-pdf-reading.ts'
import { impatientReader } from './sample-thread-reading.ts'

const reader = impatientReader()
afterAll(() => reader.close())

describe('a PDF that is broken', () => {
  it('is read or refused with a reason, 60 of them', { timeout: 120_000 }, async () => {
    const random = randomOf(7)
    const outcomes = []
    for (let at = 0; at < 60; at += 1)
      outcomes.push(await expectPdfReadOrRefused(reader, mutatedPdf(random), `broken-${at}.pdf`))
    expect(new Set(outcomes)).toEqual(new Set(['read', 'refused']))
  })

  it.each(HOSTILE_PDFS)('is read or refused with a reason: %s', { timeout: 60_000 }, async (name, made) => {
    await expectPdfReadOrRefused(reader, made(), `${name}.pdf`)
  })
})
