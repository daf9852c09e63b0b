import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import type { Missing } from './evidence.ts'
import type { Plan } from './plan.ts'

/** What the question names and the corpus does not hold. */
export function missingFrame(plan: Plan, documents: readonly DocumentRecord[], index: CorpusIndex): Missing[] {
  if (plan.organizations.unknown.length > 0)
    return plan.organizations.unknown.map((name) => ({ what: 'organization', name }))
  const organization = plan.organizations.named[0] ?? documents[0]?.organization
  if (organization === undefined) return [{ what: 'measure', organization: '', year: null, name: plan.question }]
  const quoted = (year: number) =>
    documents.some(
      ({ fiscalYear, id }) =>
        fiscalYear === year || (plan.asOf.length === 0 && index.facts(id).some((fact) => fact.fiscalYear === year)),
    )
  const years = plan.years.filter((year) => !quoted(year))
  if (years.length > 0 && years.length === plan.years.length)
    return years.map((year) => ({ what: 'year', organization, year }))
  if (!plan.basisStrict || plan.basis === null) return []
  const held = documents.some(
    (document) =>
      document.basis === plan.basis ||
      index.facts(document.id).some(({ basis, kind }) => basis === plan.basis && kind !== 'target'),
  )
  return held
    ? []
    : [
        {
          what: plan.basis === 'budget' ? 'budget' : 'final',
          organization,
          year: plan.years[0] ?? documents[0]?.fiscalYear ?? null,
        },
      ]
}

/** Year and basis as asked: a fact of another year or basis is no answer. */
export function inFrame(fact: Fact, plan: Plan, documents: readonly DocumentRecord[]): boolean {
  return isOfYear(fact, plan, documents) && isOfBasis(fact, plan)
}

function isOfYear(fact: Fact, plan: Plan, documents: readonly DocumentRecord[]): boolean {
  const { fiscalYear, quote } = fact
  if (plan.years.length > 0) return fiscalYear !== null && plan.years.includes(fiscalYear)
  if (plan.asOf.length === 0) return fiscalYear === documents.find(({ id }) => id === fact.documentId)?.fiscalYear
  const stock = fact.role === 'assets' || fact.role === 'organization'
  return plan.asOf.some(
    (year) => quote.includes(`${year}`) || fiscalYear === year || (stock && fiscalYear === year + 1),
  )
}

function isOfBasis(fact: Fact, plan: Plan): boolean {
  if (plan.stage !== null && fact.stage !== plan.stage && fact.kind === 'level') return false
  return !plan.basisStrict || plan.basis === null || fact.basis === null || fact.basis === plan.basis
}
