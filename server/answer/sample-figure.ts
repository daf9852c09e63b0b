import type { Fact } from '../../ingest/domain/fact.ts'
import type { Place } from '../../ingest/domain/place.ts'
import { lines } from '../../ingest/domain/source.ts'
import { MemoryStore } from '../../ingest/index/memory-store.ts'
import { sampleDocument } from '../../ingest/index/sample-documents.ts'
import type { Figure } from './contract.ts'

/** For tests: a corpus of one document whose lines are given (and their places, where it is one of pages), with facts. */
export function corpusOf(
  texts: readonly string[],
  facts: readonly (Partial<Fact> & Pick<Fact, 'amount'>)[] = [],
  places: readonly Place[] | null = null,
) {
  const store = new MemoryStore()
  const document = sampleDocument({ id: 'd', organization: '示例州水利局', fiscalYear: 2031 })
  const [model] = document.facts
  if (!model) throw new Error('the sample has no fact')
  const made = facts.map((fact, at): Fact => ({ ...model, id: `d-f${at}`, source: lines(1), ...fact }))
  store.put({ ...document, lines: texts, places, facts: made })
  return { store, facts: made }
}

/** For tests: a figure that shows a fact. */
export function figureOf(fact: Fact, change: Partial<Figure> = {}): Figure {
  const { organization, level, fiscalYear, basis, stage, kind, comparator, direction } = fact
  const said = { organization, level, fiscalYear, basis, stage, kind, comparator, direction }
  const { value, unit } = fact.amount
  return { role: 'answer', label: '办公费', value, unit, ...said, check: 'verified', citations: [1], ...change }
}
