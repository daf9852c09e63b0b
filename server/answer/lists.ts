import { compareDecimals, decimal, isMoney, sumDecimals } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import type { FactText } from './fact-text.ts'
import { factText, ROLE_WORDS } from './fact-text.ts'
import type { Plan } from './plan.ts'
import type { Probe } from './probes.ts'
import { rankFacts } from './rank.ts'

/** Facts that a document lists together: rows of one table under one head, amounts of one sentence, budgets of all projects. */
export interface FactList {
  readonly title: string
  readonly members: readonly Fact[]
}

const MOST_MEMBERS = 60

/** The list that a question asks for, or null. Groups are ranked by the words that head them and by the total that the question may name. */
export function findList(texts: readonly FactText[], probes: readonly Probe[], plan: Plan): FactList | null {
  const facts = texts.map(({ fact }) => fact).filter((fact) => isListable(fact, plan))
  const groups = [...tableGroups(facts), ...sentenceGroups(facts), ...projectGroups(facts)].filter(
    ({ members }) => members.length >= 2 && members.length <= MOST_MEMBERS,
  )
  if (groups.length === 0) return null
  const described = groups.map((group, index) => describeGroup(group, index))
  const soft = probes.map((probe): Probe => (probe.weight === 'must' ? { ...probe, weight: 'scope' } : probe))
  const ranked = rankFacts(described, soft, { ...plan, roles: plan.roles }, new Map())
  const scored = ranked.map(({ fact, score }) => {
    const group = groups[Number(fact.id)]
    return {
      group,
      score:
        score + (group ? totalBonus(group, plan) + repetition(group) + (plan.roles.includes(fact.role) ? 0.15 : 0) : 0),
    }
  })
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best?.group && best.score > 0.25 ? best.group : null
}

function isListable(fact: Fact, plan: Plan): boolean {
  if (fact.total || fact.origin === 'reason' || fact.origin === 'declared') return false
  if (plan.kinds.length > 0 && plan.kinds[0] !== 'target' && !plan.kinds.includes(fact.kind)) return false
  return plan.kinds.length > 0 || fact.kind === 'level' || (plan.units.length > 0 && fact.kind === 'count')
}

function grouped(facts: readonly Fact[], keyOf: (fact: Fact) => string | null): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return groups
}

/** Rows of a table in one column: by the row that contains them, by column word, and at the outermost level. */
function tableGroups(facts: readonly Fact[]): FactList[] {
  const cells = facts.filter((fact) => fact.origin === 'cell' && fact.role !== 'performance')
  const byParent = grouped(cells, (fact) =>
    fact.parents.length > 0 ? [fact.tableId, fact.column.join('/'), fact.parents.join('/')].join('|') : null,
  )
  const byFacet = grouped(cells, (fact) =>
    fact.facet.length > 0 && fact.measure.code?.length === 5 ? [fact.tableId, fact.facet.join('/')].join('|') : null,
  )
  const outer = grouped(cells, (fact) =>
    fact.parents.length === 0 && fact.facet.length === 0 ? [fact.tableId, fact.column.join('/')].join('|') : null,
  )
  const items = grouped(cells, (fact) =>
    fact.role === 'project_expenditure' && fact.project !== null && fact.facet.length === 0
      ? [fact.tableId, 'projects'].join('|')
      : null,
  )
  return [...named(byParent), ...named(byFacet), ...named(outer), ...named(items)]
}

function named(groups: ReadonlyMap<string, readonly Fact[]>): FactList[] {
  return [...groups.values()].map((members) => ({
    title:
      [members[0]?.facet.join('/'), members[0]?.parents.at(-1)].filter((part) => part).join(' ') ||
      (members[0]?.section.at(-1) ?? ''),
    members,
  }))
}

function sentenceGroups(facts: readonly Fact[]): FactList[] {
  const groups = grouped(
    facts.filter((fact) => fact.origin === 'sentence' && isMoney(fact.amount.unit)),
    (fact) =>
      [
        fact.documentId,
        fact.section.join('/'),
        fact.project ?? '',
        fact.parents.at(-1) ?? '',
        fact.role,
        fact.fund ?? '',
      ].join('|'),
  )
  return [...groups.values()].map((members) => ({
    title: [members[0]?.project, members[0]?.parents.at(-1), members[0]?.section.at(-1)]
      .filter((part) => part)
      .join(' '),
    members: distinct(members),
  }))
}

/** One budget a project: what "预算安排规模" or the self-evaluation forms say. */
function projectGroups(facts: readonly Fact[]): FactList[] {
  const groups = grouped(
    facts.filter(
      (fact) =>
        fact.project !== null &&
        /^(?:预算安排规模|预算数|年度资金总额|全年预算数|全年执行数|执行率|自评总分)$/.test(fact.measure.name) &&
        fact.facet.length === 0,
    ),
    (fact) => [fact.documentId, fact.measure.name].join('|'),
  )
  return [...groups.values()].map((members) => ({ title: members[0]?.measure.name ?? '', members: distinct(members) }))
}

function distinct(members: readonly Fact[]): Fact[] {
  return members.filter(
    (fact, index) =>
      members.findIndex(
        (other) =>
          other.measure.name === fact.measure.name &&
          other.project === fact.project &&
          other.amount.value === fact.amount.value,
      ) === index,
  )
}

/** A group described as if it were one fact, so that it is ranked by the same rules; its id is its place in the list. */
function describeGroup(group: FactList, index: number): FactText {
  const [first] = group.members
  if (!first) throw new RangeError('a list has members')
  const own = [
    group.title,
    classWords(group.members),
    ...first.facet,
    first.parents.at(-1) ?? '',
    ROLE_WORDS[first.role],
    first.role === 'project_expenditure' ? '项目' : '',
  ]
  const near = [first.project ?? '', ...first.section.slice(-1), ...group.members.map(({ measure }) => measure.name)]
  return factText(
    { ...first, id: String(index), facet: [] },
    {
      own: comparable(own.join(' ')),
      near: comparable(near.join(' ')),
      kind: comparable(ROLE_WORDS[first.role]),
      name: comparable(group.title),
      far: comparable(first.quote),
    },
  )
}

/** "by function", "by class": what the codes of a list are. */
function classWords(members: readonly Fact[]): string {
  const codes = members.flatMap(({ measure }) => measure.code ?? [])
  if (codes.length * 10 < members.length * 6) return ''
  const kind = members.every(({ measure }) => measure.classification !== 'economic')
    ? '功能分类 功能科目'
    : '经济分类 经济科目'
  const length = codes[0]?.length ?? 0
  return codes.every((code) => code.length === length)
    ? `${kind} ${length === 3 ? '类 大类' : length === 5 ? '款' : '项'}`
    : kind
}

/** The question names what the list adds up to ("那34万元打算怎么花"). */
function totalBonus(group: FactList, plan: Plan): number {
  const sum = sumDecimals(group.members.map(({ amount }) => decimal(amount.value)))
  return plan.amounts.some(({ value }) => compareDecimals(sum, decimal(value)) === 0) ? 0.35 : 0
}

/** Rows that repeat a name are parts of one item, not a list of items. */
function repetition(group: FactList): number {
  const names = group.members.map(({ measure, project }) => `${project}${measure.name}`)
  return -0.4 * (1 - new Set(names).size / names.length)
}
