import { compareDecimals, decimal, isMoney, sumDecimals } from '../../ingest/domain/amount.ts'
import { type Fact, PART } from '../../ingest/domain/fact.ts'
import { PROJECT_MEASURES } from './parts.ts'

/** Between the heads of a list in its title. */
export const HEAD_JOINT = ' · '

/** Facts that a document lists together. */
export interface FactList {
  /** What the members are parts of, outermost first: section, project, containing row, column. */
  readonly heads: readonly string[]
  readonly source: 'rows' | 'sentence' | 'projects' | 'indicators'
  readonly members: readonly [Fact, ...Fact[]]
}

/** Every list that can be made of these facts; members in reading order. */
export function listGroups(facts: readonly Fact[]): FactList[] {
  const parts = facts.filter(({ origin }) => origin !== 'reason' && origin !== 'declared')
  return [...rowGroups(parts), ...sentenceGroups(parts), ...projectGroups(parts), ...indicatorGroups(parts)].filter(
    ({ members }) => members.length >= 2,
  )
}

/** Groups facts by a key; null leaves a fact out. Repeated figures of one name are one member. */
function grouped(facts: readonly Fact[], keyOf: (fact: Fact) => string | null): [Fact, ...Fact[]][] {
  const groups = new Map<string, [Fact, ...Fact[]]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key === null) continue
    const group = groups.get(key)
    if (!group) groups.set(key, [fact])
    else group.push(fact)
  }
  return [...groups.values()]
}

/** Rows of a table in one column: the parts of one row, the outermost rows, the rows under a narrowing column, the projects. */
function rowGroups(facts: readonly Fact[]): FactList[] {
  const cells = facts.filter((fact) => fact.origin === 'cell' && fact.role !== 'performance' && !fact.total)
  const key = (...parts: readonly (string | null)[]) => parts.join('|')
  const byParent = grouped(cells, (fact) =>
    fact.parents.length > 0 && !fact.facet.includes('比上年')
      ? key(fact.tableId, fact.column.join('/'), fact.parents.join('/'))
      : null,
  )
  const byFacet = grouped(cells, (fact) =>
    fact.facet.length > 0 && fact.measure.code?.length === 5 ? key(fact.tableId, fact.facet.join('/')) : null,
  )
  const outer = grouped(cells, (fact) =>
    fact.parents.length === 0 && fact.facet.length === 0 ? key(fact.tableId, fact.column.join('/')) : null,
  )
  const byAttribute = attributeGroups(cells)
  const projects = grouped(cells, (fact) =>
    fact.role === 'project_expenditure' && fact.project !== null && isWholeOrPart(fact) ? key(fact.tableId) : null,
  )
  return [
    ...byParent.map(
      (members): FactList => ({
        source: 'rows',
        heads: [...members[0].parents.slice(-1), ...members[0].facet],
        members,
      }),
    ),
    ...byFacet.map((members): FactList => ({ source: 'rows', heads: members[0].facet, members })),
    ...outer.map((members): FactList => ({ source: 'rows', heads: [], members })),
    ...projects.map((members): FactList => ({ source: 'projects', heads: [], members })),
    ...byAttribute,
  ]
}

/** A project that is printed row by row has no other figure: its parts stand for it. */
function isWholeOrPart({ facet }: Fact): boolean {
  return facet.length === 0 || (facet.length === 1 && facet[0] === PART)
}

/** Rows of one table that share a word which is neither their name nor above them: how they are bought, who pays. */
function attributeGroups(cells: readonly Fact[]): FactList[] {
  const tagged = cells
    .filter(({ facet }) => facet.length === 0)
    .flatMap((fact) => attributesOf(fact).map((word) => ({ word, fact })))
  const groups = new Map<string, { word: string; members: [Fact, ...Fact[]] }>()
  for (const { word, fact } of tagged) {
    const key = [fact.tableId, fact.column.join('/'), word].join('|')
    const known = groups.get(key)
    if (known) known.members.push(fact)
    else groups.set(key, { word, members: [fact] })
  }
  return [...groups.values()].map(({ word, members }): FactList => ({ source: 'rows', heads: [word], members }))
}

/** The words of a row besides its names: its quotation holds every cell of it. */
function attributesOf({ quote, measure, project, parents, row }: Fact): string[] {
  const names = new Set([measure.name, project, ...parents, ...row])
  return quote.split(' | ').filter((word) => /^[^\d|]*[\u4e00-\u9fa5]{2}[^\d|]*$/.test(word) && !names.has(word))
}

/** Amounts that one section enumerates: under one whole, for one project, or down one class of accounts. */
function sentenceGroups(facts: readonly Fact[]): FactList[] {
  const said = facts.filter(
    (fact) =>
      fact.origin === 'sentence' && (isMoney(fact.amount.unit) || fact.kind === 'share' || fact.kind === 'rate'),
  )
  const place = (fact: Fact) =>
    [fact.documentId, fact.section.join('/'), fact.project ?? '', fact.role, fact.kind].join('|')
  const byWhole = grouped(said, (fact) => [place(fact), fact.parents.at(-1) ?? ''].join('|'))
  const byClass = grouped(said, (fact) => (fact.parents.length >= 2 ? [place(fact), fact.parents[0]].join('|') : null))
  const lists = [
    ...byWhole.map(
      (members): FactList => ({
        source: 'sentence',
        heads: [members[0].project ?? '', members[0].parents.at(-1) ?? ''],
        members,
      }),
    ),
    ...byClass.map((members): FactList => ({ source: 'sentence', heads: [members[0].parents[0] ?? ''], members })),
  ]
  return lists.map((list) => {
    const members = distinct(list.members)
    const heads = list.heads.filter((head) => head !== '')
    const [first, second, ...rest] = members
    // "收入120万元，其中：拨款100万元，其他20万元": the first is what the others add up to.
    return second && isSum(first, [second, ...rest])
      ? { ...list, heads: [...heads, first.measure.name], members: [second, ...rest] }
      : { ...list, heads, members }
  })
}

function isSum(whole: Fact, parts: readonly Fact[]): boolean {
  if (parts.length < 2 || parts.some(({ amount }) => amount.unit !== whole.amount.unit)) return false
  const sum = sumDecimals(parts.map(({ amount }) => decimal(amount.value)))
  return compareDecimals(sum, decimal(whole.amount.value)) === 0
}

/** One figure a project: its budget, what was spent, its score. */
function projectGroups(facts: readonly Fact[]): FactList[] {
  const whole = facts.filter(
    ({ project, measure: { name }, facet }) =>
      project !== null && (PROJECT_MEASURES.test(name) || name === '执行率得分') && facet.length === 0,
  )
  return grouped(whole, (fact) => [fact.documentId, fact.measure.name].join('|')).map(
    (members): FactList => ({ source: 'projects', heads: [members[0].measure.name], members: distinct(members) }),
  )
}

/** The targets or results of one project, all and class by class. */
function indicatorGroups(facts: readonly Fact[]): FactList[] {
  const indicators = facts.filter((fact) => fact.kind === 'target' || fact.kind === 'actual')
  const project = (fact: Fact) => [fact.documentId, fact.project ?? '', fact.kind].join('|')
  const heads = ({ project: name }: Fact) => (name === null ? [] : [name])
  return [
    ...grouped(indicators, project).map(
      (members): FactList => ({ source: 'indicators', heads: heads(members[0]), members }),
    ),
    ...grouped(indicators, (fact) => [project(fact), fact.parents.at(-1) ?? ''].join('|')).map(
      (members): FactList => ({
        source: 'indicators',
        heads: [...heads(members[0]), ...members[0].parents.slice(-1)],
        members,
      }),
    ),
  ]
}

function distinct(members: readonly [Fact, ...Fact[]]): [Fact, ...Fact[]] {
  const [first, ...rest] = members
  const same = (a: Fact, b: Fact) =>
    a.measure.name === b.measure.name && a.project === b.project && a.amount.value === b.amount.value
  return [
    first,
    ...rest.filter((fact, index) => !same(first, fact) && rest.findIndex((other) => same(other, fact)) === index),
  ]
}
