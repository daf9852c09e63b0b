import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import type { Wish } from './calculate/wish.ts'
import type { Missing } from './evidence.ts'
import type { Plan } from './plan.ts'
import { yearsBeside } from './several.ts'

/** What the question names and the corpus does not hold. */
export function missingFrame(
  plan: Plan,
  wish: Wish | null,
  documents: readonly DocumentRecord[],
  index: CorpusIndex,
): Missing[] {
  const strangers = unitsInTheWay(plan, wish)
  if (strangers.length > 0) return strangers
  const organization = plan.organizations.named[0] ?? documents[0]?.organization
  if (organization === undefined) return [{ what: 'measure', organization: '', year: null, name: plan.question }]
  const years = yearsNotHeld(plan, documents, index)
  if (years.length > 0 && years.length === plan.years.length)
    return years.map((year) => ({ what: 'year', organization, year }))
  if (!plan.basisStrict || plan.basis === null || isBasisHeld(plan, documents, index)) return []
  const what = plan.basis === 'budget' ? 'budget' : 'final'
  return [{ what, organization, year: plan.years[0] ?? documents[0]?.fiscalYear ?? null }]
}

function isBasisHeld(plan: Plan, documents: readonly DocumentRecord[], index: CorpusIndex): boolean {
  return documents.some(
    (document) =>
      document.basis === plan.basis ||
      index.facts(document.id).some(({ basis, kind }) => basis === plan.basis && kind !== 'target'),
  )
}

/** Units that are not held. Beside others that are, one is left out with a notice; but nothing can be reckoned with it. */
function unitsInTheWay({ organizations: { named, unknown } }: Plan, wish: Wish | null): Missing[] {
  const refused = named.length === 0 || wish !== null
  return refused ? unknown.map((name) => ({ what: 'organization', name })) : []
}

/** What a question names beside things that are held: other units, other years. */
export function missingParts(plan: Plan, documents: readonly DocumentRecord[], index: CorpusIndex): Missing[] {
  const [organization = ''] = plan.organizations.named
  const units = plan.organizations.unknown.map((name): Missing => ({ what: 'organization', name }))
  const years = yearsBeside(plan).length > 1 ? yearsNotHeld(plan, documents, index) : []
  return [...units, ...years.map((year): Missing => ({ what: 'year', organization, year }))]
}

/** Years asked for that no document is of, and of which none quotes a figure. */
function yearsNotHeld(plan: Plan, documents: readonly DocumentRecord[], index: CorpusIndex): number[] {
  const quoted = (year: number) =>
    documents.some(
      ({ fiscalYear, id }) =>
        fiscalYear === year || (plan.asOf.length === 0 && index.facts(id).some((fact) => fact.fiscalYear === year)),
    )
  return plan.years.filter((year) => !quoted(year))
}

/** Year and basis as asked: a fact of a document that is of another year or basis is no answer. */
export function inFrame(fact: Fact, plan: Plan, document: DocumentRecord): boolean {
  return isOfYear(fact, plan, document) && isOfBasis(fact, plan)
}

function isOfYear(fact: Fact, plan: Plan, document: DocumentRecord): boolean {
  const { fiscalYear, quote } = fact
  if (plan.years.length > 0) return fiscalYear !== null && plan.years.includes(fiscalYear)
  if (plan.asOf.length === 0) return fiscalYear === document.fiscalYear
  const stock = fact.role === 'assets' || fact.role === 'organization'
  return plan.asOf.some(
    (year) => quote.includes(`${year}`) || fiscalYear === year || (stock && fiscalYear === year + 1),
  )
}

function isOfBasis(fact: Fact, plan: Plan): boolean {
  if (plan.stage !== null && fact.stage !== plan.stage && fact.kind === 'level') return false
  return !plan.basisStrict || plan.basis === null || fact.basis === null || fact.basis === plan.basis
}
