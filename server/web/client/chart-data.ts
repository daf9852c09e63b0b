import type { Answer, Figure } from '../../answer/contract.ts'
import { chartWords } from './chart-words.ts'

/** Figures that are seen better side by side. */
export interface ChartData {
  /** "trend": the categories are years, in their order. */
  readonly kind: 'trend' | 'comparison'
  /** Of all figures; "" where they have none. */
  readonly unit: string
  readonly categories: readonly ChartCategory[]
  /** What the names of the categories tell. */
  readonly named: readonly Trait[]
  /** What else differs between them, in the order of their `rest`. */
  readonly others: readonly Trait[]
  readonly series: readonly ChartSeries[]
}

export interface ChartCategory {
  /** As short as it can be among the others. */
  readonly name: string
  /** What its name leaves out: one for each of the other traits; "" where the figure has none. */
  readonly rest: readonly string[]
}

export interface ChartSeries {
  /** "" where there is but one. */
  readonly name: string
  /** One for each category; null where the answer has none. */
  readonly figures: readonly (Figure | null)[]
}

const FEWEST_FIGURES = 2
const MOST_FIGURES = 60
/** More cannot be told apart by their colours. */
const MOST_SERIES = 6

/**
 * The figures that an answer gives as rows of a chart; null where there is nothing to compare, or where lengths would
 * mislead: limits, other units, two figures for the very same thing.
 */
export function chartData(answer: Answer): ChartData | null {
  const figures = comparable(answer.figures)
  if (figures.length < FEWEST_FIGURES || figures.length > MOST_FIGURES) return null
  const traits = varyingTraits(figures, answer.language)
  const ways: readonly Way[] = [
    ...(traits.has('year') ? [{ kind: 'trend', across: ['year'] } as const] : []),
    ...(traits.has('basis') ? [{ kind: 'comparison', across: without(traits, 'basis') } as const] : []),
    ...(traits.has('organization') && traits.has('label')
      ? [{ kind: 'comparison', across: without(traits, 'organization') } as const]
      : []),
  ]
  for (const way of ways) {
    const laid = laidOut(figures, traits, way)
    if (laid && isRegular(laid)) return laid
  }
  return laidOut(figures, traits, { kind: 'comparison', across: [...traits.keys()] })
}

/** The number that a figure is drawn by; what is shown beside it is the figure as printed. */
export function drawnValue({ value, direction }: Figure): number {
  return direction === 'down' ? -Number(value) : Number(value)
}

/** What one figure may have and another not. */
export type Trait = 'organization' | 'level' | 'year' | 'label' | 'basis'
type Traits = ReadonlyMap<Trait, (figure: Figure) => string>

/** What is told apart by the categories; the rest by the series. */
interface Way {
  readonly kind: ChartData['kind']
  readonly across: readonly Trait[]
}

/** The largest part of what was asked that has one kind and one unit. */
function comparable(figures: readonly Figure[]): readonly Figure[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const { role, kind, unit, value, comparator } = figure
    const isLimit = comparator === '<=' || comparator === '>='
    if (role !== 'answer' || isLimit || !/^-?\d+(?:\.\d+)?$/.test(value)) continue
    const key = `${kind} ${unit}`
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  return [...groups.values()].reduce<readonly Figure[]>(
    (largest, group) => (group.length > largest.length ? group : largest),
    [],
  )
}

function varyingTraits(figures: readonly Figure[], language: Answer['language']): Traits {
  const words = chartWords(language)
  const all: Traits = new Map([
    ['organization', ({ organization }) => organization],
    ['level', ({ level }) => (level ? words.level[level] : '')],
    ['year', ({ fiscalYear }) => (fiscalYear === null ? '' : String(fiscalYear))],
    ['label', ({ label }) => label],
    ['basis', ({ basis, stage }) => (stage ? words.stage[stage] : basis ? words.basis[basis] : '')],
  ])
  return new Map([...all].filter(([, read]) => new Set(figures.map(read)).size > 1))
}

function without(traits: Traits, left: Trait): readonly Trait[] {
  return [...traits.keys()].filter((trait) => trait !== left)
}

/** null where two figures fall on one place. */
function laidOut(figures: readonly Figure[], traits: Traits, { kind, across }: Way): ChartData | null {
  const told = [...traits].filter(([trait]) => across.includes(trait))
  const keyOf = partsOf(told)
  const seriesOf = partsOf([...traits].filter(([trait]) => !across.includes(trait)))
  const fewest = fewestTraits(figures, told)
  const named = told.filter(([trait]) => fewest.includes(trait))
  const others = told.filter(([trait]) => !fewest.includes(trait))
  const found = new Map(figures.map((figure) => [joined(keyOf(figure)), figure]))
  const keys = kind === 'trend' ? [...found.keys()].sort() : [...found.keys()]
  const series = [...new Set(figures.map((figure) => joined(seriesOf(figure))))].map((name) => ({
    name,
    figures: keys.map(
      (key) => figures.find((figure) => joined(seriesOf(figure)) === name && joined(keyOf(figure)) === key) ?? null,
    ),
  }))
  const placed = series.flatMap((one) => one.figures).filter((figure) => figure !== null)
  if (placed.length !== figures.length || keys.includes('')) return null
  const categories = keys.flatMap((key) => {
    const figure = found.get(key)
    return figure ? [{ name: joined(partsOf(named)(figure)), rest: partsOf(others)(figure) }] : []
  })
  const names = (readers: readonly Reader[]) => readers.map(([trait]) => trait)
  return { kind, unit: figures[0]?.unit ?? '', categories, named: names(named), others: names(others), series }
}

type Reader = readonly [Trait, (figure: Figure) => string]

function partsOf(traits: readonly Reader[]): (figure: Figure) => readonly string[] {
  return (figure) => traits.map(([, read]) => read(figure))
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

/** What people know each other's figures by, from the last to be left out to the first. */
const TELLING: readonly Trait[] = ['organization', 'label', 'year', 'basis', 'level']

/** As few traits as tell the same figures apart as all of them do. */
function fewestTraits(figures: readonly Figure[], traits: readonly Reader[]): readonly Trait[] {
  const apart = (some: readonly Reader[]) => new Set(figures.map((figure) => joined(partsOf(some)(figure)))).size
  const all = apart(traits)
  let kept = traits
  for (const trait of TELLING.toReversed()) {
    const fewer = kept.filter(([one]) => one !== trait)
    if (fewer.length > 0 && apart(fewer) === all) kept = fewer
  }
  return kept.map(([trait]) => trait)
}

/** Whether series say more than a long list: few, and each of them with something to compare. */
function isRegular({ categories, series }: ChartData): boolean {
  const count = ({ figures }: ChartSeries) => figures.filter((figure) => figure !== null).length
  return series.length <= MOST_SERIES && (categories.length > 1 ? series.every((one) => count(one) > 1) : false)
}
