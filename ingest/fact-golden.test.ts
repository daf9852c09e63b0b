import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Fact } from './domain/fact.ts'
import { parseDocument } from './parse.ts'
import { renderedFact } from './sample-rendering.ts'

const GOLDEN = new URL('facts/golden/', import.meta.url)

function rendered(fact: Fact): string {
  const { from, to } = fact.source
  return renderedFact(fact, from === to ? `L${from}` : `L${from}-${to}`)
}

describe('the facts of a document', () => {
  it.each(readdirSync(GOLDEN).filter((file) => file.endsWith('.txt')))('are right for %s', async (file) => {
    const { identity, facts } = await parseDocument(readFileSync(new URL(file, GOLDEN)), file)
    const head = `${identity.title} · ${identity.organization} · ${identity.level} · ${identity.fiscalYear} · ${identity.basis}`
    await expect(`${[head, ...facts.map(rendered)].join('\n')}\n`).toMatchFileSnapshot(
      new URL(file.replace('.txt', '.golden'), GOLDEN).pathname,
    )
  })
})
