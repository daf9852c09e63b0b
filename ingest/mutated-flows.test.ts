import { afterAll, describe, expect, it } from 'vitest'
import { randomOf } from './index/sample-random.ts'
import { HOSTILE_DOCX } from './read/docx/samples/sample-hostile.ts'
import { HOSTILE_HTML } from './read/html/sample-hostile.ts'
import { mutatedHtml } from './read/html/sample-mutations.ts'
import { mutatedArchive, partsOf } from './read/office/sample-mutations.ts'
import { formatOf } from './read/reader.ts'
import { expectFlowReadOrRefused, WHOLE_DOCX, WHOLE_PAGES } from './sample-flow-reading.ts'
import { impatientReader } from './sample-thread-reading.ts'

const reader = impatientReader()
afterAll(() => reader.close())

describe('a page that is broken', () => {
  it('is read or refused with a reason, 80 of them', { timeout: 120_000 }, async () => {
    const random = randomOf(21)
    const outcomes = []
    for (let at = 0; at < 80; at += 1) {
      const page = mutatedHtml(WHOLE_PAGES, random)
      // What no longer begins as a page does is read as a text.
      if (formatOf(page) === 'html') outcomes.push(await expectFlowReadOrRefused(reader, page, `broken-${at}.html`))
    }
    expect(new Set(outcomes)).toEqual(new Set(['read', 'refused']))
  })

  it.each(HOSTILE_HTML)('is read or refused with a reason: %s', { timeout: 60_000 }, async (name, made) => {
    await expectFlowReadOrRefused(reader, made(), `${name}.html`)
  })
})

describe('a Word file that is broken', () => {
  it('is read or refused with a reason, 80 of them', { timeout: 120_000 }, async () => {
    const random = randomOf(22)
    const bases = await Promise.all(WHOLE_DOCX.map(partsOf))
    const outcomes = []
    for (let at = 0; at < 80; at += 1) {
      const broken = mutatedArchive(bases[at % bases.length] ?? [], random)
      outcomes.push(await expectFlowReadOrRefused(reader, broken, `broken-${at}.docx`))
    }
    expect(new Set(outcomes)).toEqual(new Set(['read', 'refused']))
  })

  it.each(HOSTILE_DOCX)('is read or refused with a reason: %s', { timeout: 60_000 }, async (name, made) => {
    await expectFlowReadOrRefused(reader, made(), `${name}.docx`)
  })
})
