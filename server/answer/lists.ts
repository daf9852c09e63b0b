import { compareDecimals, decimal, isMoney, sumDecimals } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { ROLE_WORDS } from './fact-text.ts'
import { gramsOf, saidShare } from './grams.ts'
import { type FactList, listGroups } from './list-groups.ts'
import type { Plan } from './plan.ts'
import type { Probe } from './probes.ts'

const MOST_MEMBERS = 60
/** Below this a list is about something else. */
const LEAST_SCORE = 0.3

/** The list that a question asks for, or null: the one whose heads the question names, or whose sum it states. */
export function findList(facts: readonly Fact[], probes: readonly Probe[], plan: Plan): FactList | null {
  const [best] = scoredLists(facts, probes, plan)
  return best && best.score >= LEAST_SCORE ? withoutNothings(best.list, plan.question) : null
}

/** "有发生额的", "不为零的": of what a list names, that for which there is money. */
const NOT_NOTHING =
  /有(?:实际)?发生(?:额|数|了?的)|有(?:金额|数额|数字|余额|支出数)的|实际发生(?:了)?的|(?:不为|不是|不等于|非)(?:零|0)|大于(?:零|0)|non-?zero|not (?:zero|nil)/i

function withoutNothings(list: FactList, question: string): FactList | null {
  if (!NOT_NOTHING.test(question)) return list
  const [first, ...rest] = list.members.filter(({ amount }) => Number(amount.value) !== 0)
  return first ? { ...list, members: [first, ...rest] } : null
}

/** Every list that can be made of the facts, best first. */
function scoredLists(
  facts: readonly Fact[],
  probes: readonly Probe[],
  plan: Plan,
): { readonly list: FactList; readonly score: number }[] {
  return listGroups(facts.filter((fact) => isListable(fact, plan)))
    .filter(({ members }) => members.length <= MOST_MEMBERS)
    .map((list) => ({ list, score: scoreList(list, probes, plan) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.list.members.length - a.list.members.length ||
        a.list.members[0].source.from - b.list.members[0].source.from,
    )
}

function isListable(fact: Fact, plan: Plan): boolean {
  const { kind } = fact
  if (plan.units.length > 0)
    return plan.units.includes(fact.amount.unit) && (plan.kinds.length === 0 || plan.kinds.includes(kind))
  if (plan.moneyUnit !== null && fact.amount.unit !== plan.moneyUnit && (kind === 'target' || kind === 'actual'))
    return false
  if (plan.kinds.length > 0) return plan.kinds.includes(kind) || (kind === 'level' && plan.kinds[0] === 'target')
  return kind === 'level' && isMoney(fact.amount.unit)
}

/** How well a list answers: words of the question found in its heads count full, in its members' names half. */
function scoreList(list: FactList, probes: readonly Probe[], plan: Plan): number {
  const [first] = list.members
  const question = comparable(
    [plan.question, ...plan.subject, ...plan.concepts.flatMap(({ names }) => names.slice(0, 2))].join(' '),
  )
  const heads = comparable([...list.heads, first.project ?? '', ...first.section.slice(-1), classWords(list)].join(' '))
  const kind = comparable(
    `${ROLE_WORDS[first.role]} ${list.source === 'projects' ? '项目 专项' : ''} ${list.source === 'indicators' ? '指标 目标' : ''}`,
  )
  const members = comparable(list.members.map(({ measure }) => measure.name).join(' '))
  const total = probes.reduce((sum, { size }) => sum + size, 0)
  const found = probes.reduce((sum, probe) => {
    if (probe.forms.some((form) => heads.includes(form)) || isUnderCode(list, probe.codes)) return sum + probe.size
    if (probe.forms.some((form) => kind.includes(form))) return sum + 0.8 * probe.size
    return probe.forms.some((form) => members.includes(form)) ? sum + 0.4 * probe.size : sum
  }, 0)
  return (
    (total === 0 ? 0.5 : 0.6 * (found / total)) +
    totalFit(list, plan) +
    roleFit(list, plan) +
    classFit(list, plan) +
    headFit(list, question) +
    repetition(list)
  )
}

/** "20808款下面有哪几项": the members are the accounts of the code's next level. */
function isUnderCode({ members }: FactList, codes: readonly string[]): boolean {
  return codes.some((code) =>
    members.every(({ measure }) => measure.code?.startsWith(code) === true && measure.code.length > code.length),
  )
}

/** The question names what the list adds up to ("这90万元用在哪些地方"). */
function totalFit(list: FactList, plan: Plan): number {
  const sum = sumDecimals(list.members.map(({ amount }) => decimal(amount.value)))
  return plan.amounts.some(({ value }) => compareDecimals(sum, decimal(value)) === 0) ? 0.4 : 0
}

function roleFit(list: FactList, plan: Plan): number {
  const [first] = list.members
  const role = plan.roles.includes(first.role) ? 0.15 : 0
  const projects = plan.roles.includes('project_expenditure') && list.source === 'projects' ? 0.2 : 0
  const fund = plan.fund === null || first.fund === null ? 0 : first.fund === plan.fund ? 0.08 : -0.12
  return role + projects + fund + (list.source === 'rows' ? 0.03 : 0) + (list.members.length >= 3 ? 0.04 : 0)
}

/** "by function", "by class": what the codes of the members are. */
function classFit(list: FactList, plan: Plan): number {
  const functional = /功能|大类|哪几块|by function|functional/i.test(plan.question)
  const economic = /经济分类|economic class/i.test(plan.question)
  if (!functional && !economic) return 0
  const words = classWords(list)
  if (words === '') return -0.2
  const fits = functional ? words.startsWith('功能') : words.startsWith('经济')
  return fits ? (words.endsWith('大类') ? 0.3 : 0.1) : -0.2
}

function classWords(list: FactList): string {
  const codes = list.members.flatMap(({ measure }) => measure.code ?? [])
  if (codes.length * 10 < list.members.length * 6) return ''
  const kind = list.members.every(({ measure }) => measure.classification !== 'economic')
    ? '功能分类 功能科目'
    : '经济分类 经济科目'
  return codes.every((code) => code.length === 3) ? `${kind} 大类` : kind
}

/** A list under a head that the question does not name is some other list; so is one of a project it does not name. */
function headFit(list: FactList, question: string): number {
  const [first] = list.members
  const heads = [
    ...list.heads,
    ...(list.source !== 'projects' && first.project !== null && !list.heads.includes(first.project)
      ? [first.project]
      : []),
  ]
  const divided = DIVIDED.test(question)
  return heads.reduce((sum, head) => {
    if (divided && DIVISION.test(head)) return sum + 0.12
    const said = saidShare(gramsOf(comparable(head)), question)
    return sum + (said >= 0.5 ? 0.12 : said > 0.2 ? 0 : -0.12)
  }, 0)
}

/** "怎么分的" asks for what stands under 资金分配情况. */
const DIVIDED = /怎么(?:分|用|花|安排)|如何(?:分配|安排|使用)|分配/
const DIVISION = /^(?:资金|经费|项目)*(?:分配|使用|支出)(?:情况|明细|方向|方案)$/

/** Rows that repeat a name are parts of one item, not a list of items. */
function repetition(list: FactList): number {
  const names = list.members.map(({ measure, project }) => `${project}${measure.name}`)
  return -0.5 * (1 - new Set(names).size / names.length)
}
