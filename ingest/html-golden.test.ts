import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isHtml } from './read/html/detect-html.ts'
import { readHtml } from './read/html/read-html.ts'
import { renderedBlocks, renderedPlace } from './read/sample-blocks.ts'
import { readDocument } from './read-document.ts'
import { renderedFact, renderedWarning } from './sample-rendering.ts'

const GOLDEN = new URL('read/html/golden/', import.meta.url)
const FILES = readdirSync(GOLDEN).filter((name) => name.endsWith('.html'))

describe('the reader of HTML', () => {
  it.each(FILES)('reads %s as it is shown', async (file) => {
    const bytes = readFileSync(new URL(file, GOLDEN))
    expect(isHtml(bytes)).toBe(true)
    const transcript = readHtml(bytes, file)
    const { record, facts, places } = await readDocument(bytes, file)
    const { organization, fiscalYear, basis, level } = record
    const whole = [
      `${transcript.encoding} · ${organization} · ${fiscalYear} · ${basis} · ${level} · ${record.understood} understood`,
      ...renderedBlocks(transcript),
      '',
      ...record.warnings.map(renderedWarning),
      '',
      ...facts.map((fact) => renderedFact(fact, renderedPlace(places?.[fact.source.from - 1]))),
    ]
    await expect(`${whole.join('\n')}\n`).toMatchFileSnapshot(
      new URL(file.replace('.html', '.golden'), GOLDEN).pathname,
    )
  })
})
