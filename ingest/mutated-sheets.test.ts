import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { randomOf } from './index/sample-random.ts'
import { mutatedArchive, partsOf } from './read/office/sample-mutations.ts'
import { HOSTILE_XLSX } from './read/xlsx/samples/sample-hostile.ts'
import { impatientReader } from './sample-thread-reading.ts'
import { expectXlsxReadOrRefused } from './sample-xlsx-reading.ts'

const reader = impatientReader()
afterAll(() => reader.close())

describe('a workbook that is broken', () => {
  it('is read or refused with a reason, 100 of them', { timeout: 120_000 }, async () => {
    const parts = await partsOf(
      readFileSync(new URL('read/xlsx/golden/disclosure-by-libreoffice.xlsx', import.meta.url)),
    )
    const random = randomOf(11)
    const outcomes = []
    for (let at = 0; at < 100; at += 1)
      outcomes.push(await expectXlsxReadOrRefused(reader, mutatedArchive(parts, random), `broken-${at}.xlsx`))
    expect(new Set(outcomes)).toEqual(new Set(['read', 'refused']))
  })

  it.each(HOSTILE_XLSX)('is read or refused with a reason: %s', { timeout: 60_000 }, async (name, made) => {
    await expectXlsxReadOrRefused(reader, made(), `${name}.xlsx`)
  })
})
