import type { Warning } from './domain/document.ts'
import type { Fact } from './domain/fact.ts'

/** For tests: a fact in one line that a person can check against the printed figure; `where` tells its place. */
export function renderedFact(fact: Fact, where: string): string {
  const { amount, measure } = fact
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

/** For tests: a warning of a reader with where it stands. */
export function renderedWarning({ code, message, line, paragraph, sheet, cell }: Warning): string {
  const where = line === null ? (paragraph === undefined ? '-' : `P${paragraph}`) : `L${line}`
  return `${sheet === undefined ? where : `${sheet}!${cell ?? ''}`} ${code}: ${message}`
}
