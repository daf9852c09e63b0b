import type { DocumentRecord, Level } from '../../ingest/domain/document.ts'
import { measureKey, sameFigure } from '../../ingest/domain/sameness.ts'
import type { Caution, Evidence, PrintedFigure, ShownFigure } from './evidence.ts'
import { comparedLevels, type LevelsCompared, levelsCompared } from './levels-compared.ts'
import type { Plan } from './plan.ts'
import { together } from './several.ts'

/**
 * A unit may publish two disclosures of a year: as a 部门, which takes in the units below it, and as a 单位, itself alone.
 * They are two different things under one name.
 */
const DEPARTMENT =
  /部门(?:的)?(?:预|决)算|全部门|汇总|含下属|department(?:al|'s)? (?:budget|final accounts|accounts)|consolidated/i
const UNIT =
  /单位(?:的|层面的?|级)?(?:预|决)算|本级|不含下属|unit(?:'s|-level)? (?:budget|final accounts|accounts)|the unit (?:itself|alone)/i

/** The levels that a question names, in its own order. */
export function levelsAsked(question: string): Level[] {
  const [department, unit] = [DEPARTMENT, UNIT].map((pattern) => question.search(pattern))
  const named = [
    { level: 'department' as const, at: department ?? -1 },
    { level: 'unit' as const, at: unit ?? -1 },
  ]
  return named
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ level }) => level)
}

/** Documents that stand beside another of the same unit, year and basis at the other level. */
export function documentsOfBothLevels(documents: readonly DocumentRecord[]): DocumentRecord[] {
  return documents.filter((document) => documents.some((other) => isOtherLevel(document, other)))
}

function isOtherLevel(a: DocumentRecord, b: DocumentRecord): boolean {
  if (a.level === null || b.level === null || a.level === b.level) return false
  return a.organization === b.organization && a.fiscalYear === b.fiscalYear && a.basis === b.basis
}

/** The plan at one level, where both are held; documents that are alone stay in it. */
function planAt(plan: Plan, level: Level, both: readonly DocumentRecord[]): Plan {
  const others = new Set(both.filter((document) => document.level !== level).map(({ id }) => id))
  return { ...plan, documentIds: plan.documentIds.filter((id) => !others.has(id)) }
}

type Answer = (plan: Plan) => Promise<Evidence>

/**
 * Answers from the level that the question names; from both where it names both; where it names none, from the 部门
 * disclosure, with what the 单位 disclosure prints instead for context.
 */
export async function atEachLevel(plan: Plan, documents: readonly DocumentRecord[], answer: Answer): Promise<Evidence> {
  const wanted = new Set(plan.documentIds)
  const both = documentsOfBothLevels(documents.filter(({ id }) => wanted.has(id)))
  if (both.length === 0) return answer(plan)
  const [named, second] = levelsAsked(plan.question)
  if (named !== undefined && second !== undefined) {
    const compared = levelsCompared(plan)
    if (compared) return comparison(plan, compared, [named, second], both, answer)
    // "各多少" means the two levels, not the rows of a list.
    const one: Plan = plan.operation === 'list' ? { ...plan, operation: 'lookup' } : plan
    return together([await answer(planAt(one, 'department', both)), await answer(planAt(one, 'unit', both))])
  }
  const own = await answer(planAt(plan, named ?? 'department', both))
  if (named !== undefined) return own
  const other = await answer(planAt(plan, 'unit', both))
  return withOtherLevel(own, other)
}

/** The one thing looked up at each of the levels, and what comes of the two figures; refused where one is missing. */
async function comparison(
  plan: Plan,
  compared: LevelsCompared,
  levels: readonly Level[],
  both: readonly DocumentRecord[],
  answer: Answer,
): Promise<Evidence> {
  const each = await Promise.all(levels.map((level) => answer(planAt(compared.thing, level, both))))
  const [organization = ''] = plan.organizations.named
  const missing = [{ what: 'operands' as const, organization, year: plan.years[0] ?? null }]
  return comparedLevels(plan, compared, each) ?? { status: 'not_found', missing, nearest: [] }
}

/** What the other level prints under the same names, where it differs. */
function withOtherLevel(own: Evidence, other: Evidence): Evidence {
  if (own.status !== 'answered') return other.status === 'answered' ? other : own
  if (own.form !== 'figures' || other.status !== 'answered' || other.form !== 'figures') return own
  const [mine, theirs] = [answersOf(own.figures), answersOf(other.figures)]
  const context = theirs.filter((figure) =>
    mine.some(
      ({ facts: [fact] }) => measureKey(fact) === measureKey(figure.facts[0]) && !sameFigure(fact, figure.facts[0]),
    ),
  )
  if (context.length === 0) return own
  const caution: Caution = { kind: 'scope', about: 'levels' }
  const figures = [...own.figures, ...context.map((figure): PrintedFigure => ({ ...figure, role: 'context' }))]
  return { ...own, figures, cautions: [...own.cautions, caution] }
}

function answersOf(figures: readonly ShownFigure[]): PrintedFigure[] {
  return figures.flatMap((figure) => (figure.form === 'printed' && figure.role === 'answer' ? [figure] : []))
}
