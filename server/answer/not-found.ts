import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { type Evidence, type Missing, printed } from './evidence.ts'
import { chineseName, type Plan } from './plan.ts'
import type { Probe } from './probes.ts'
import type { RankedFact } from './rank.ts'

/** A fact that bears out less of the question than this is not worth showing as the nearest that is held. */
const NEAREST_RECALL = 0.3

/** What is missing, by name, and the nearest figure that is held. */
export function notFound(
  plan: Plan,
  probes: readonly Probe[],
  ranked: readonly RankedFact[],
  documents: readonly DocumentRecord[],
): Evidence {
  const nearest = ranked
    .slice(0, 1)
    .filter(({ recall }) => recall > NEAREST_RECALL)
    .map(({ fact }) => printed(fact, 'context'))
  return { status: 'not_found', missing: missingOf(plan, askedName(plan, probes), documents), nearest }
}

function missingOf(plan: Plan, name: string, documents: readonly DocumentRecord[]): Missing[] {
  const only = documents.length === 1 ? documents[0] : undefined
  const organization = plan.organizations.named[0] ?? only?.organization ?? ''
  // Figures of another year that a document quotes do not make that year held.
  const years = plan.years.filter((year) => documents.every(({ fiscalYear }) => fiscalYear !== year))
  if (organization !== '' && years.length > 0) return years.map((year) => ({ what: 'year', organization, year }))
  return [{ what: 'measure', organization, year: plan.years[0] ?? only?.fiscalYear ?? null, name }]
}

/** What the question asks for, in Chinese where it has a known name. */
function askedName(plan: Plan, probes: readonly Probe[]): string {
  const asked = plan.concepts.find(({ weight }) => weight === 'item')
  if (asked) return chineseName(asked)
  return plan.subject.join('') || (probes[0]?.forms[0] ?? plan.question)
}
