import type { Fact } from '../domain/fact.ts'

/** What one performance form, or one project of a list of them, prints. */
export interface PerformanceForm {
  readonly project: string
  readonly facts: readonly Fact[]
}

/** An indicator with its figures; null for one that it does not print as a figure. */
export interface IndicatorFigures {
  readonly name: string
  /** Classes, outermost first. */
  readonly classes: readonly string[]
  readonly target: Fact | null
  readonly actual: Fact | null
  /** 分值 or 权重. */
  readonly weight: Fact | null
  /** 得分. */
  readonly score: Fact | null
}

/** The forms of a document, each by the table or the lines it stands in and its project. */
export function performanceForms(facts: readonly Fact[]): PerformanceForm[] {
  const forms = new Map<string, { project: string; facts: Fact[] }>()
  for (const fact of facts) {
    if (fact.role !== 'performance' || fact.project === null) continue
    if (fact.origin !== 'form' && fact.tableId === null) continue
    const key = `${fact.tableId ?? fact.section.join('/')}\t${fact.project}`
    const form = forms.get(key) ?? { project: fact.project, facts: [] }
    form.facts.push(fact)
    forms.set(key, form)
  }
  return [...forms.values()]
}

/** The indicators of a form, a row each, in the order in which it prints them. */
export function indicatorsOf({ facts }: PerformanceForm): IndicatorFigures[] {
  const rows = new Map<string, Fact[]>()
  for (const fact of facts) {
    const indicator = fact.parents.some((parent) => parent.endsWith('指标')) && fact.column.length > 0
    if (!indicator) continue
    const key = `${fact.source.from}-${fact.quote}\t${fact.row.join('/')}`
    rows.set(key, [...(rows.get(key) ?? []), fact])
  }
  return [...rows.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const scored = (facet: RegExp) =>
      own.find(({ kind, facet: [word = ''] }) => kind === 'score' && facet.test(word)) ?? null
    return [
      {
        name: first.measure.name,
        classes: first.parents,
        target: own.find(({ kind }) => kind === 'target') ?? null,
        actual: own.find(({ kind }) => kind === 'actual') ?? null,
        weight: scored(/^(?:分值|权重)$/),
        score: scored(/^得分$/),
      },
    ]
  })
}
