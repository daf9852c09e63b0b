import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Fact } from './domain/fact.ts'
import { parseDocument } from './parse.ts'

const GOLDEN = new URL('facts/golden/', import.meta.url)

/** A fact in one line that a person can check against the printed figure. */
function rendered(fact: Fact): string {
  const { amount, measure, source } = fact
  const where = source.from === source.to ? `L${source.from}` : `L${source.from}-${source.to}`
  const when = `${fact.fiscalYear ?? '-'} ${fact.basis ?? '-'}${fact.stage ? ` (${fact.stage})` : ''}`
  const name = `${[...fact.parents, measure.name].join(' > ')}${measure.code ? ` [${measure.code}]` : ''}`
  const extra = [
    fact.facet.length > 0 ? `facet ${fact.facet.join(' / ')}` : '',
    fact.project ? `project ${fact.project}` : '',
    fact.of ? `of ${fact.of}` : '',
    fact.direction ?? '',
    fact.total ? 'total' : '',
    fact.fund ?? '',
    fact.origin,
  ].filter((part) => part !== '')
  return `${where} ${when} ${fact.kind} ${name} ${fact.comparator ?? '='} ${amount.value} ${amount.unit} · ${fact.role} · ${extra.join(' · ')}`
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
