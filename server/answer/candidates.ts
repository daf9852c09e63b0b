import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact, FactKind } from '../../ingest/domain/fact.ts'
import { contradicts } from './contradiction.ts'
import { asksMoney, EXECUTION_RATE } from './cues.ts'
import type { FactText } from './fact-text.ts'
import { inFrame } from './frame.ts'
import type { Plan } from './plan.ts'
import { type Probe, probesOf } from './probes.ts'
import { type RankedFact, scoreFacts } from './rank.ts'

/** What a plan may be answered from. */
export interface Candidates {
  readonly documents: readonly DocumentRecord[]
  /** Facts of the documents, years and basis asked for. */
  readonly texts: readonly FactText[]
  /** The same facts without their words. */
  readonly facts: readonly Fact[]
  /** Every fact of the documents, of whatever year and basis. */
  readonly everything: () => readonly Fact[]
  /** Those of them that are of the kind and unit asked for. */
  readonly fitting: readonly FactText[]
  readonly probes: readonly Probe[]
  /** How well the words of the fitting ones answer, in no order. */
  readonly scored: readonly RankedFact[]
}

/** Finds the candidates of plans, once a plan, for the time of one question. */
export class CandidateSource {
  readonly #documents: readonly DocumentRecord[]
  readonly #textsOf: (documentId: string) => readonly FactText[]
  readonly #known = new Map<Plan, Candidates>()
  readonly #probes = new Map<string, Probe>()

  constructor(documents: readonly DocumentRecord[], textsOf: (documentId: string) => readonly FactText[]) {
    this.#documents = documents
    this.#textsOf = textsOf
  }

  of(plan: Plan): Candidates {
    const known = this.#known.get(plan)
    if (known) return known
    const wanted = new Set(plan.documentIds)
    const documents = this.#documents.filter(({ id }) => wanted.has(id))
    const texts = documents.flatMap((document) =>
      this.#textsOf(document.id).filter(({ fact }) => inFrame(fact, plan, document)),
    )
    const fitting = texts.filter((text) => isOfKind(text.fact, plan) && !contradicts(text, plan))
    const probes = probesOf(plan).map((probe) => this.#same(probe))
    const facts = texts.map(({ fact }) => fact)
    const everything = () => documents.flatMap((document) => this.#textsOf(document.id).map(({ fact }) => fact))
    const candidates = {
      documents,
      texts,
      facts,
      everything,
      fitting,
      probes,
      scored: scoreFacts(fitting, probes, plan),
    }
    this.#known.set(plan, candidates)
    return candidates
  }

  /** One object for equal probes of several plans: what is found of it is kept with it. */
  #same(probe: Probe): Probe {
    const key = JSON.stringify(probe)
    const same = this.#probes.get(key) ?? probe
    this.#probes.set(key, same)
    return same
  }
}

const STRICT_KINDS: ReadonlySet<FactKind> = new Set(['share', 'rate', 'change', 'score'])

/** A question for a share, a change, a score or a number of things is not answered by another kind of figure. */
function isOfKind(fact: Fact, plan: Plan): boolean {
  const [kind] = plan.kinds
  // A rate of change is no rate of execution.
  if (fact.kind === 'rate' && fact.direction !== null && EXECUTION_RATE.test(plan.question)) return false
  if (kind !== undefined && !mayAnswer(fact, kind, plan.kinds)) return false
  // An indicator may print its figure bare: what is counted is in its name.
  const bare = fact.amount.unit === '' && (fact.kind === 'target' || fact.kind === 'actual')
  if (plan.units.length > 0) return plan.units.includes(fact.amount.unit) || (bare && !plan.units.includes('%'))
  return fact.kind !== 'count' || !asksMoney(plan.question)
}

function mayAnswer(fact: Fact, kind: FactKind, kinds: readonly FactKind[]): boolean {
  // What a budget aims at is no result.
  if (kind === 'actual' && fact.basis === 'budget') return fact.kind !== 'target' && fact.role !== 'performance'
  if (!STRICT_KINDS.has(kind) || kinds.includes(fact.kind)) return true
  // A target or result may itself be a rate (任务完成率).
  return kind === 'rate' && (fact.kind === 'target' || fact.kind === 'actual') && fact.measure.name.endsWith('率')
}
