import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFileContent } from './read/reader.ts'
import { renderedBlocks, renderedPlace } from './read/sample-blocks.ts'
import { readDocument } from './read-document.ts'
import { renderedFact, renderedWarning } from './sample-rendering.ts'

const FOLDERS = ['read/html/golden/', 'read/docx/golden/'].map((folder) => new URL(folder, import.meta.url))
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:html|docx)$/.test(name))
    .map((name): [string, URL] => [name, new URL(name, folder)]),
)

describe('the readers of flowing text', () => {
  it.each(FILES)('read %s as it is shown', async (name, file) => {
    const bytes = readFileSync(file)
    const transcript = await readFileContent(bytes, name)
    if (transcript.places === null) throw new Error('read as a text')
    const { record, facts, places } = await readDocument(bytes, name)
    const { organization, fiscalYear, basis, level } = record
    const whole = [
      `${transcript.encoding} · ${organization} · ${fiscalYear} · ${basis} · ${level} · ${record.understood} understood`,
      ...renderedBlocks(transcript),
      '',
      ...record.warnings.map(renderedWarning),
      '',
      ...facts.map((fact) => renderedFact(fact, renderedPlace(places?.[fact.source.from - 1]))),
    ]
    await expect(`${whole.join('\n')}\n`).toMatchFileSnapshot(`${file.pathname.replace(/\.\w+$/, '')}.golden`)
  })
})
