import { compareDecimals, decimal, isMoney } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { unitFamily } from '../../domain/sameness.ts'
import type { DocumentView } from '../document-view.ts'
import { likelySame } from '../likely-same.ts'
import { quoted, shown } from '../operands.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const form = (target: string) =>
  `整体支出绩效目标表\n\n部门名称\t青石县水务局\n年度绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t水质监测站点数量\t${target}\n\t产出指标\t质量指标\t监测合格率\t≥95%\n\n四、绩效情况说明\n\n全年运行水质监测站点 15 个，支出 30.00 万元。\n`

/** Numbers of things told in words, against targets and results of the same name elsewhere. */
export const countsRule: Rule = {
  code: 'counts',
  oneSided: true,
  title: { zh: '数量各处一致', en: 'Numbers of things' },
  reasoning: {
    zh: '文字说明中的人数、户数、个数等，与整体绩效目标或同一项目绩效指标中同名的数应当一致。按名称对应；计划数不与完成数比较，不同项目之间不比较。指标写“不低于”“不超过”而文字中的数符合的，不算不一致。',
    en: 'Numbers of persons, households or things in the text are those of the same name among the targets of the unit as a whole or of the same project. Names are matched; what is planned is not held against what was reached, nor one project against another; a number that meets “at least” or “at most” does not differ.',
  },
  examples: {
    trips: [form('=12个')],
    passes: [form('=15个'), form('≥12个')],
  },
  tries: (view) => {
    const counts = view.facts.filter(isCount)
    // A unit's own staff are not those whom its projects serve.
    const told = counts.filter(({ origin, role }) => origin === 'sentence' && role !== 'organization')
    const indicators = counts.filter(({ kind, origin }) => kind !== 'count' && origin !== 'sentence')
    return [
      ...told.flatMap((fact) => triedOf(view, fact, indicators)),
      ...indicators.filter(isOfWhole).flatMap((fact) =>
        triedOf(
          view,
          fact,
          indicators.filter((other) => !isOfWhole(other)),
        ),
      ),
    ]
  },
}

const COUNTED: ReadonlySet<Fact['kind']> = new Set(['count', 'target', 'actual'])
const NOT_COUNTED = /^(?:|%|分|年|月|日|天|次|小时|分钟)$|元/

function isCount({ kind, amount, of }: Fact): boolean {
  return COUNTED.has(kind) && !NOT_COUNTED.test(amount.unit) && !isMoney(amount.unit) && of === null
}

const WHOLE = /整体|部门预算|单位预算/

/** Of the unit as a whole, not of one project. */
function isOfWhole({ project }: Fact): boolean {
  return project === null || WHOLE.test(project)
}

/** Reached, not planned: a result, or a number of final accounts. */
function isReached({ kind, basis }: Fact): boolean {
  return kind === 'actual' || (kind === 'count' && basis === 'final_accounts')
}

function triedOf(view: DocumentView, fact: Fact, others: readonly Fact[]): Tried[] {
  const rivals = others.filter(
    (other) =>
      other.fiscalYear === fact.fiscalYear &&
      isReached(other) === isReached(fact) &&
      unitFamily(other.amount.unit) === unitFamily(fact.amount.unit) &&
      other.facet.join() === fact.facet.join() &&
      (other.project === fact.project || isOfWhole(fact) || isOfWhole(other)) &&
      likelySame(other.measure.name, fact.measure.name),
  )
  const fitting = rivals.find((other) => fits(fact, other))
  const rival = fitting ?? rivals[0]
  if (!rival) return []
  return [{ witnesses: [view.fact(fact), view.fact(rival)], breach: fitting ? null : breachOf(fact, rival) }]
}

/** Whether a number is another one, or keeps within what it promises. */
function fits(a: Fact, b: Fact): boolean {
  const order = compareDecimals(decimal(a.amount.value), decimal(b.amount.value))
  if (order === 0) return true
  const signs = [a.comparator, b.comparator]
  if (a.comparator !== null && b.comparator !== null) return a.comparator !== '=' && b.comparator !== '='
  if (signs.includes('>=')) return b.comparator === '>=' ? order > 0 : order < 0
  return signs.includes('<=') && (b.comparator === '<=' ? order < 0 : order > 0)
}

const SIGNS = { '>=': '≥', '<=': '≤', '=': '=' } as const

function said(fact: Fact): string {
  return `${quoted(fact.measure.name)}${fact.comparator === null ? '' : SIGNS[fact.comparator]}${shown(fact)}`
}

function breachOf(fact: Fact, rival: Fact): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `一处为${said(fact)}，另一处为${said(rival)}。`,
      en: `One place has ${said(fact)}, another ${said(rival)}.`,
    },
    values: [fact.amount.raw, rival.amount.raw],
    computed: `${shown(fact)} ≠ ${shown(rival)}`,
  }
}
