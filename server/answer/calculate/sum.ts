import type { Fact } from '../../../ingest/domain/fact.ts'
import { comparable } from '../../../ingest/domain/name.ts'
import { measureKey, sameFrame } from '../../../ingest/domain/sameness.ts'
import type { DerivedFigure, Evidence } from '../evidence.ts'
import { againstWhole, partsOf, partsOfProject } from '../parts.ts'
import type { Plan } from '../plan.ts'
import { itemPlans } from './enumeration.ts'
import { derived, type OperandFinder, reckoned } from './operand-finder.ts'
import type { Wish } from './wish.ts'

/** Words that ask for everything in a list together. */
const EVERY = /各|每|所有|全部|逐项|这些|下列|\b(?:all|each|every|these)\b/i

/** The sum of the items that a question names, of the parts that a document prints of one item, or of a list. */
export function sumEvidence(plan: Plan, wish: Wish, finder: OperandFinder): Evidence | null {
  const operands = sumOperands(plan, wish, finder)
  const sum = operands && reckoned(plan, 'sum', operands, null)
  if (sum?.status !== 'answered' || sum.form !== 'figures') return sum
  // Where the document prints the whole of these parts too, it stands beside their sum.
  const [first, ...rest] = operands ?? []
  const parts = first && partsOf(first, finder.held(plan)) ? againstWhole([first, ...rest], finder.held(plan)) : null
  return parts
    ? { ...sum, figures: [...sum.figures, ...parts.figures], cautions: [...sum.cautions, ...parts.cautions] }
    : sum
}

/** One unit's sum, to be held against that of another. */
export function sumFigure(plan: Plan, wish: Wish, finder: OperandFinder): DerivedFigure | null {
  const operands = sumOperands(plan, wish, finder)
  return operands && derived('sum', operands)
}

function sumOperands(plan: Plan, { strict }: Wish, finder: OperandFinder): readonly Fact[] | null {
  const rows = ROW_BY_ROW.test(plan.question) ? partOperands(plan, strict, finder) : null
  return (
    rows ??
    besideOperands(plan, finder) ??
    itemOperands(plan, strict, finder) ??
    partOperands(plan, strict, finder) ??
    listed(plan, strict, finder)
  )
}

/** The rows of one item are to be added, not items to one another. */
const ROW_BY_ROW = /各行|逐行|每一?行|各分项|row by row|each row|all (?:the )?rows/i

/** The items named one beside the other; all of them must be found, and where a printed total may be meant, be known by name. */
function itemOperands(plan: Plan, strict: boolean, finder: OperandFinder): readonly Fact[] | null {
  const items = itemPlans(plan)
  const known = items.every(({ concepts }) => concepts.some(({ weight }) => weight !== 'soft'))
  if (items.length < 2 || !(strict || known || NUMBERED.test(plan.question))) return null
  const each = items.map((item) => termsOf(item, finder))
  const heads = each.flatMap(([head]) => head ?? [])
  return heads.length === items.length && severalThings(heads) ? each.flat() : null
}

/** An item's figure, or the parts that are printed in its place. */
function termsOf(item: Plan, finder: OperandFinder): readonly Fact[] {
  const fact = finder.fact(item)
  return fact ? [fact] : (printedParts(item, finder) ?? [])
}

/** "A和B两项": what is named is so many things. */
const NUMBERED = /[两二三四五六几]项|\b(?:both|the two|the three)\b/i

/** Figures that the question is answered with one beside the other, where they are of the different things that it names. */
function besideOperands(plan: Plan, finder: OperandFinder): readonly Fact[] | null {
  if (plan.concepts.filter(({ weight }) => weight === 'item').length < 2) return null
  const kinds = plan.kinds.filter((kind) => kind === 'actual' || kind === 'target' || kind === 'score')
  const figures = finder.figures({ ...plan, kinds, units: [] })
  return figures.some(({ disputed }) => disputed) ? null : severalThings(figures.map(({ facts: [fact] }) => fact))
}

function severalThings(facts: readonly Fact[]): readonly Fact[] | null {
  const distinct = facts.filter((fact, index) => facts.findIndex((other) => other.id === fact.id) === index)
  const things = new Set(distinct.map((fact) => `${fact.project ?? ''}|${measureKey(fact)}|${fact.facet.join('|')}`))
  const [first] = distinct
  const alike = first !== undefined && distinct.every((fact) => sameFrame(fact, first))
  return distinct.length >= 2 && things.size === distinct.length && alike ? distinct : null
}

/** The parts of one item, where a table prints them row by row. */
function partOperands(plan: Plan, strict: boolean, finder: OperandFinder): readonly Fact[] | null {
  const best = finder.fact(plan)
  if (best?.project) return strict ? partsOfProject(best.project, finder.held(plan)) : null
  return printedParts(plan, finder)
}

function printedParts(plan: Plan, finder: OperandFinder): readonly Fact[] | null {
  const evidence = finder.evidence({ ...plan, operation: 'lookup' })
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return null
  const [sum] = evidence.figures
  return sum?.form === 'derived' && sum.operation === 'sum' ? sum.operands : null
}

/** A list that is asked for whole, or whose head the question names. */
function listed(plan: Plan, strict: boolean, finder: OperandFinder): readonly Fact[] | null {
  const { heads, members } = finder.headedList(plan)
  const units = new Set(members.map(({ amount }) => amount.unit))
  if (members.length < 2 || units.size !== 1) return null
  const asked = plan.operation === 'list' || strict || EVERY.test(plan.question)
  return asked || isHeadNamed(heads, members, plan, finder.held(plan)) ? members : null
}

/** Whether the question names what heads every member, which has no figure of its own, and none of the members. */
function isHeadNamed(heads: readonly string[], members: readonly Fact[], plan: Plan, held: readonly Fact[]): boolean {
  const question = comparable(plan.question)
  const head = heads.at(-1)
  return (
    head !== undefined &&
    head !== '' &&
    question.includes(comparable(head)) &&
    !held.some(({ measure }) => isNameOf(comparable(measure.name), comparable(head))) &&
    !members.some(({ measure }) => question.includes(comparable(measure.name)))
  )
}

function isNameOf(name: string, head: string): boolean {
  return name.includes(head) || (name.length >= 4 && head.includes(name))
}
