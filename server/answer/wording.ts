import { accountByCode } from '../../ingest/classification/index.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { phrase } from '../../prompts/phrases.ts'
import type { Operation } from './calculate/arithmetic.ts'
import type { Language } from './contract.ts'
import type { DerivedFigure, Missing } from './evidence.ts'

/** Whether a figure is planned or spent money, in words; "" where the fact is neither. */
export function basisWord(language: Language, fact: Fact): string {
  if (fact.stage === 'initial') return phrase(language, 'basis.initial', {})
  if (fact.stage === 'adjusted') return phrase(language, 'basis.adjusted', {})
  if (fact.basis === 'budget') return phrase(language, 'basis.budget', {})
  return fact.basis === 'final_accounts' ? phrase(language, 'basis.final', {}) : phrase(language, 'basis.none', {})
}

export function yearWord(language: Language, year: number | null): string {
  return year === null ? '' : phrase(language, 'year', { year: String(year) })
}

/** What a figure measures, with what narrows it: project, facet, kind. English puts the Chinese name beside its own. */
export function labelOf(language: Language, fact: Fact): string {
  const printed = nameOf(fact)
  const english =
    language === 'en' && fact.measure.code ? accountByCode(fact.measure.code)?.english.split(';')[0]?.trim() : undefined
  const name = english ? `${english} (${printed})` : printed
  const kind = kindWord(language, fact)
  const facets = fact.facet.filter((facet) => facet !== '比上年')
  const narrowed = facets.length > 0 ? `${name}（${facets.join('，')}）` : name
  const project =
    fact.project !== null && fact.project !== printed
      ? language === 'en'
        ? `${fact.project} – `
        : `${fact.project}·`
      : ''
  return `${project}${narrowed}${kind === '' ? '' : ` ${kind}`}`
}

/** "完成年初预算" is of something: what the sentence speaks of. */
function nameOf({ kind, measure, parents }: Fact): string {
  const whole = parents.at(-1)
  const bare = kind === 'rate' && whole !== undefined && /^(?:完成.*预算|预算数)$/.test(measure.name)
  return bare ? `${whole}${measure.name}` : measure.name
}

function kindWord(language: Language, fact: Fact): string {
  const direction = fact.direction === null ? '' : phrase(language, `direction.${fact.direction}`, {})
  switch (fact.kind) {
    case 'change':
      return phrase(language, 'kind.change', { direction })
    case 'rate':
      return fact.direction === null ? '' : phrase(language, 'kind.rate', { direction })
    case 'share':
      return phrase(language, 'kind.share', {})
    case 'target':
      return [phrase(language, 'kind.target', {}), comparatorWord(language, fact)].join(' ').trim()
    case 'actual':
      return phrase(language, 'kind.actual', {})
    case 'score':
    case 'level':
    case 'count':
      return ''
  }
}

function comparatorWord(language: Language, fact: Fact): string {
  if (fact.comparator === '>=') return `${phrase(language, 'comparator.atLeast', {})}（≥）`
  return fact.comparator === '<=' ? `${phrase(language, 'comparator.atMost', {})}（≤）` : ''
}

/**
 * The shortest Chinese name a unit goes by that still tells the rank of its place and its kind of body ("文山州水利局"); its
 * official name where there is none.
 */
export function shortName(organization: string, aliases: readonly string[]): string {
  const body = organization.slice(-1)
  const fitting = aliases.filter(
    (alias) => /^[\u4e00-\u9fa5]+[州市县区旗盟][\u4e00-\u9fa5]{2,}$/.test(alias) && alias.endsWith(body),
  )
  return fitting.reduce((shortest, alias) => (alias.length < shortest.length ? alias : shortest), organization)
}

/** What is missing, in words. */
export function missingWords(language: Language, missing: Missing): string {
  if (missing.what === 'organization') return phrase(language, 'missing.organization', { name: missing.name })
  const { organization } = missing
  const frame = { organization, year: yearWord(language, missing.year) }
  const documents = phrase(language, organization === '' ? 'documents.held' : 'documents.of', frame).trim()
  switch (missing.what) {
    case 'year':
      return organization === ''
        ? phrase(language, 'missing.anyYear', { year: String(missing.year) })
        : phrase(language, 'missing.year', { organization, year: String(missing.year) })
    case 'final':
      return phrase(language, 'missing.final', frame)
    case 'budget':
      return phrase(language, 'missing.budget', { documents })
    case 'measure':
      return phrase(language, 'missing.measure', { documents, name: missing.name })
    case 'text':
      return phrase(language, 'missing.text', { documents })
    case 'operands':
      return phrase(language, 'missing.operands', { documents })
  }
}

/** What a reckoned figure is, by its operation and the labels of its operands. */
export function derivedLabel(language: Language, { operation, operands }: DerivedFigure): string {
  const labels = operandLabels(language, operands)
  const [a = '', b = ''] = labels
  const items = shortened(language, labels)
  const says: Readonly<Record<Operation, () => string>> = {
    sum: () => phrase(language, 'derived.sum', { items }),
    average: () => phrase(language, 'derived.average', { items }),
    count: () => phrase(language, 'derived.count', { items }),
    product: () => phrase(language, 'derived.product', { items: labels.join(' × ') }),
    shortfall: () => phrase(language, 'derived.shortfall', { a, items: shortened(language, labels.slice(1)) }),
    portion: () => phrase(language, 'derived.share', { a: labels.slice(0, -1).join(' + '), b: labels.at(-1) ?? '' }),
    previous: () => phrase(language, 'derived.previous', { a }),
    rate: () => phrase(language, 'derived.rate', { a: b }),
    difference: () => phrase(language, 'derived.difference', { a, b }),
    growth: () => phrase(language, 'derived.growth', { a, b }),
    times: () => phrase(language, 'derived.times', { a, b }),
    quotient: () => phrase(language, 'derived.quotient', { a, b }),
    share: () => phrase(language, 'derived.share', { a, b }),
  }
  return says[operation]()
}

/** Operands by name, with whose they are, or of which year and basis, where they differ in that. */
export function operandLabels(language: Language, operands: readonly Fact[]): string[] {
  const labels = operands.map((fact) => labelOf(language, fact))
  if (new Set(operands.map(({ organization }) => organization)).size > 1)
    return operands.map(({ organization }, at) => `${organization} ${labels[at]}`)
  const frames = operands.map((fact) => `${yearWord(language, fact.fiscalYear)}${basisWord(language, fact)}`)
  return new Set(frames).size > 1 ? labels.map((label, at) => `${frames[at]} ${label}`) : labels
}

/** So many operands are named; the formula has them all. */
const MOST_NAMED = 6

function shortened(language: Language, labels: readonly string[]): string {
  const distinct = [...new Set(labels)]
  const named = distinct.slice(0, MOST_NAMED).join(' + ')
  return distinct.length > MOST_NAMED ? phrase(language, 'derived.more', { items: named }) : named
}
