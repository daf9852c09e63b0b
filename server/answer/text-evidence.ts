import { sameAmount } from '../../ingest/domain/amount.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import { alternativesOf } from './alternatives.ts'
import { basisCaution } from './cautions.ts'
import type { Described } from './described.ts'
import { emptyNotes } from './empty-tables.ts'
import { type Evidence, printed } from './evidence.ts'
import { findPassages } from './passages.ts'
import type { Plan } from './plan.ts'

/** The passages that answer a question for words; the projects where it asks for the name of one by its money. */
export async function textEvidence(
  plan: Plan,
  index: CorpusIndex,
  documents: readonly DocumentRecord[],
  described: Described,
): Promise<Evidence> {
  const notes = emptyNotes(
    plan,
    documents.flatMap(({ id }) => index.facts(id)),
  )
  if (notes.length > 0) return { status: 'answered', form: 'quotes', quotes: notes }
  const projects = projectsOfAmount(plan, () => documents.flatMap(({ id }) => index.facts(id)))
  if (projects.length > 0 && NAME_ASKED.test(plan.question)) return namedProjects(plan, projects)
  if (projects.length > 1) return { status: 'ambiguous', alternatives: alternativesOf(projects) }
  const quotes = await findPassages(plan, index, described)
  if (quotes.length > 0) return { status: 'answered', form: 'quotes', quotes }
  const [document] = documents
  const missing = {
    what: 'text',
    organization: document?.organization ?? '',
    year: document?.fiscalYear ?? null,
  } as const
  return { status: 'not_found', missing: [missing], nearest: [] }
}

const NAME_ASKED = /叫什么|名字|名称|哪个项目|哪些项目|called|name of|which project/i

/** Every project of that budget, by name: a document may call one project by two. */
function namedProjects(plan: Plan, facts: readonly Fact[]): Evidence {
  const figures = facts.map((fact) => printed(fact, 'answer'))
  return { status: 'answered', form: 'figures', title: '', figures, cautions: basisCaution(plan, facts) }
}

/** What names no project: its money, and the word itself. */
const UNTELLING = /^[\d.]+(?:亿|万)?元?|项目|专项|叫|名字/g

/** The projects whose budget a question gives in place of their name ("那笔80万元的专项"), one fact a project. */
function projectsOfAmount(plan: Plan, factsHeld: () => readonly Fact[]): Fact[] {
  if (
    plan.amounts.length === 0 ||
    !/项目|专项|project/i.test(plan.question) ||
    plan.subject.some((piece) => piece.replace(UNTELLING, '').length >= 4)
  )
    return []
  const priced = factsHeld().filter(
    (fact) =>
      fact.project !== null && fact.kind === 'level' && plan.amounts.some((amount) => sameAmount(amount, fact.amount)),
  )
  return [...new Map(priced.map((fact) => [fact.project, fact])).values()]
}
