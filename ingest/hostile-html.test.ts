import { describe, it } from 'vitest'
import { HOSTILE_HTML } from './read/html/sample-hostile.ts'
import { expectReadOrRefused } from './sample-reading.ts'

describe('a page made to break its reader', () => {
  it.each(HOSTILE_HTML)('is read or refused with a reason: %s', async (name, made) => {
    await expectReadOrRefused(made(), `${name}.html`)
  })
})
