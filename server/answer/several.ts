import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { alternativesOf } from './alternatives.ts'
import { dedupeCautions, differing } from './cautions.ts'
import type { Alternative, Evidence, Missing } from './evidence.ts'
import type { Plan } from './plan.ts'

type Answer = (plan: Plan) => Evidence
type Told = Extract<Evidence, { form: 'figures' | 'list' }>

/** Words by which a question means each of the units it names. */
const EACH_UNIT = /各|分别|哪|相差|差多少|比较|compare|versus|vs|respectively|both|和|与|、|,| and /i

/** Each named unit is answered on its own; what one lacks is said. */
export function eachUnit(plan: Plan, documents: readonly DocumentRecord[], answer: Answer): Evidence {
  const wanted = new Set(plan.documentIds)
  const meant = documents.filter(({ id }) => wanted.has(id))
  const units = [...new Set(meant.map(({ organization }) => organization))]
  if (plan.organizations.named.length < 2 || units.length < 2) return answer(plan)
  const each = units.map((unit) => answer(planOfUnit(plan, unit, meant)))
  const open = each.flatMap(alternativesTo)
  const fits = each.filter((evidence) => alternativesTo(evidence).length > 0).length
  return plan.operation !== 'list' && fits > 1 && !EACH_UNIT.test(plan.question)
    ? { status: 'ambiguous', alternatives: open }
    : together(each)
}

/** What a unit has to offer where the question may mean another: its answer, or each of its own years where it is open which. */
function alternativesTo(evidence: Evidence): readonly Alternative[] {
  if (evidence.status === 'ambiguous') return evidence.alternatives
  return isTold(evidence) ? alternativesOf(answersOf([evidence])) : []
}

/** The question put to one unit alone. */
export function planOfUnit(plan: Plan, unit: string, documents: readonly DocumentRecord[]): Plan {
  const own = documents.filter(({ organization }) => organization === unit)
  // "甲2031年和乙2030年": of the years named, each unit has its own.
  const years = plan.years.filter((year) => own.some(({ fiscalYear }) => fiscalYear === year))
  return {
    ...plan,
    operation: 'lookup',
    documentIds: own.map(({ id }) => id),
    years: years.length > 0 ? years : plan.years,
    organizations: { named: [unit], unknown: [], open: false },
  }
}

/** Each of the years named beside one another is answered on its own, from its own documents where there are any. */
export function eachYear(plan: Plan, documents: readonly DocumentRecord[], answer: Answer): Evidence {
  const years = yearsBeside(plan)
  if (years.length < 2) return answer(plan)
  const each = years.map((year) => {
    const own = documents.filter(({ fiscalYear }) => fiscalYear === year)
    const documentIds = (own.length > 0 ? own : documents).map(({ id }) => id)
    return answer({ ...plan, operation: 'lookup', years: [year], documentIds })
  })
  return together(each)
}

/** Fiscal years that stand beside one another (2020年和2021年); [] where they do not, as in "2021年比2020年". */
export function yearsBeside({ question, years }: Pick<Plan, 'question' | 'years'>): readonly number[] {
  return /20\d{2}\s*年?度?\s*(?:和|与|及|以及|、|,|，|\band\b)\s*20\d{2}/i.test(question) ? years : []
}

/** Several answers as one: every figure that was found, and in a notice what was not. Where nothing was, the first refusal stands. */
export function together(each: readonly Evidence[]): Evidence {
  const told = each.filter(isTold)
  const failed = each.find(({ status }) => status !== 'answered')
  if (told.length === 0) return failed ?? { status: 'not_found', missing: [], nearest: [] }
  const missing = each.flatMap((evidence) => (evidence.status === 'not_found' ? evidence.missing : []))
  const evidence: Evidence = {
    status: 'answered',
    form: 'figures',
    title: '',
    figures: told.flatMap(({ figures }) => figures),
    cautions: [...dedupeCautions(told.flatMap(({ cautions }) => cautions)), ...differing(answersOf(told))],
  }
  return withNote(evidence, missing)
}

/** An answer with a notice of the parts of the question that nothing is held of; a refusal names them too. */
export function withNote(evidence: Evidence, missing: readonly Missing[]): Evidence {
  if (evidence.status === 'not_found') return { ...evidence, missing: distinct([...missing, ...evidence.missing]) }
  if (!isTold(evidence) || missing.length === 0) return evidence
  return { ...evidence, cautions: dedupeCautions([...evidence.cautions, { kind: 'coverage', missing }]) }
}

function distinct(missing: readonly Missing[]): Missing[] {
  return [...new Map(missing.map((item) => [JSON.stringify(item), item])).values()]
}

function answersOf(told: readonly Told[]) {
  return told
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => (figure.form === 'printed' && figure.role === 'answer' ? [figure.facts[0]] : []))
}

function isTold(evidence: Evidence): evidence is Told {
  return evidence.status === 'answered' && (evidence.form === 'figures' || evidence.form === 'list')
}
