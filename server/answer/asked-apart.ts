import type { Evidence } from './evidence.ts'
import type { Plan } from './plan.ts'
import { planOf } from './several-questions.ts'

/** Words that ask for a number of what is counted. */
const COUNTER = '(?:多少|几)(?:万)?(?:人次|批次|[个人名位辆台户家件所座批次])'
const NUMBER = '(?:多少|几)'
/** "退休和遗属各多少人": things beside one another, each to be counted for itself. */
const EACH_OF = new RegExp(
  `^(?<head>(?:.*[,，:：；;的])?)(?<things>[一-龥（）()]{2,16}(?:[、和与及跟][一-龥（）()]{2,12})+?)(?<asked>(?:各自?|分别)(?:都)?(?:是|有|为)?${NUMBER}.*)$`,
)
/** "面积目标和实际各是多少亩", "实际与目标分别为多少". */
const BOTH_SIDES = new RegExp(
  `^(?<thing>.*?)的?(?:目标值?|指标值|计划数?)(?:值|数)?[、和与及跟](?:实际(?:完成)?|完成)(?:值|数|情况)?(?<asked>(?:各自?|分别)?(?:都)?(?:是|有|为)?${NUMBER}.*)$`,
)
/** "扫描了多少页，目标是多少": the number reached, and behind it the number planned. */
const THEN_TARGET = new RegExp(
  `^(?<thing>.*?)(?<asked>${NUMBER}[^,，；;？?]{0,6})[,，；;？?]\\s*(?:原来|原定|当初)?的?(?:目标|计划|指标)(?:值|数)?(?:又|各|分别)?(?:是|为|有|定)?${NUMBER}`,
)
/** "几批次、多少人次", "几批多少人次". */
const COUNTERS_BESIDE = new RegExp(
  `^(?<head>.*?)(?<first>${NUMBER}(?:批次?|个?团组|[次户家台辆个]))[、,，和]?(?:共|一共|合计)?(?<second>${NUMBER}(?:人次|批次|[个人名辆台户件平方米]))[?？。]*$`,
)
/** "甲和乙各是多少", "甲、乙和丙分别为多少万元". */
const EACH_NAMED = new RegExp(
  `^(?<head>(?:.*[,，:：;；\\s])?)(?<things>[一-龥（）()“”]{2,24}(?:[、和与及跟][一-龥（）()“”]{2,24})+?)(?<asked>(?:各自?|分别)(?:都)?(?:是|有|为|花了|安排了?)?${NUMBER}.*)$`,
)
const BREAK = /[,，;；、?？。!！]\s*/
const ASIDE = /^\s*(?:其中|以及|另外|还有|那么?)的?/
const MOST = 4

/**
 * The ways in which a question for several numbers can be taken apart, best first: each a list of plans, one for each
 * number. Nothing says yet that documents have them: see {@link answeredApart}.
 */
export function askedApart(plan: Plan): Plan[][] {
  const wording = plan.wording.trim()
  const ways = [
    targetAndActual(wording),
    countersBeside(wording),
    eachCounted(wording),
    partsCounted(wording),
    eachNamed(wording),
    itsBudget(wording),
  ]
  return ways.filter(({ length }) => length > 1 && length <= MOST).map((way) => way.map((part) => planOf(part, plan)))
}

/** The answers side by side, by the first way under which every number asked for is found and none is found twice; else null. */
export async function answeredApart(
  ways: readonly (readonly Plan[])[],
  answer: (plan: Plan) => Promise<Evidence>,
  together: (each: readonly Evidence[]) => Evidence,
): Promise<Evidence | null> {
  for (const way of ways) {
    const each = await Promise.all(way.map(answer))
    const found = each.map(onlyFact)
    if (found.every((id) => id !== null) && new Set(found).size === way.length) return together(each)
  }
  return null
}

/** The one fact that answers; null where there is none, or several. */
function onlyFact(evidence: Evidence): string | null {
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return null
  const [answer, ...others] = evidence.figures.filter(({ role }) => role === 'answer')
  return answer?.form === 'printed' && others.length === 0 ? answer.facts[0].id : null
}

function targetAndActual(wording: string): string[] {
  const both = BOTH_SIDES.exec(wording)?.groups
  if (both) {
    const asked = alone(both.asked ?? '')
    return [`${both.thing}目标${asked}`, `${both.thing}实际完成${asked}`]
  }
  const then = THEN_TARGET.exec(wording)?.groups
  return then ? [`${then.thing}实际完成${then.asked}`, `${then.thing}目标${then.asked}`] : []
}

function eachCounted(wording: string): string[] {
  const { head, things, asked } = EACH_OF.exec(wording)?.groups ?? {}
  if (things === undefined || asked === undefined || !isCount(`${things}${asked}`)) return []
  return things.split(/[、和与及跟]/).map((thing) => `${head ?? ''}${thing}${alone(asked)}`)
}

/** "接待了几批多少人次": two numbers of one thing, each by its own counter. */
function countersBeside(wording: string): string[] {
  const { head, first, second } = COUNTERS_BESIDE.exec(wording)?.groups ?? {}
  return first === undefined || second === undefined ? [] : [`${head ?? ''}${first}`, `${head ?? ''}${second}`]
}

/** "甲和乙分别是多少": figures by name, whatever they are of. */
function eachNamed(wording: string): string[] {
  const { head, things, asked } = EACH_NAMED.exec(wording)?.groups ?? {}
  if (things === undefined || asked === undefined) return []
  const named = things.split(/[、和与及跟]/)
  if (named.some((thing) => SIDE.test(thing))) return []
  return named.map((thing) => `${head ?? ''}${thing}${alone(asked)}`)
}

/** One thing as planned and as spent, no two things. */
const SIDE = /^(?:的)?(?:年初|全年|调整后?|实际)?(?:预算|决算|执行|完成|实际|目标|计划)?(?:金额|数|值)?$/

/** "the spending on A and its budget": one thing as spent and as planned. */
function itsBudget(wording: string): string[] {
  const [, spent] =
    /^(.*?\b(?:spen\w+|cost|paid|actual|final accounts?)\b.*?),?\s+and (?:what was )?(?:its|the) budget\??$/i.exec(
      wording,
    ) ?? []
  const [, planned] =
    /^(.*?\bbudget\w*\b.*?),?\s+and (?:its |the )?(?:actual spending|final accounts?|outturn)\??$/i.exec(wording) ?? []
  if (spent !== undefined) return [`${spent} final accounts`, `${spent.replace(/\bspending\b|\bspent\b/i, '')} budget`]
  return planned === undefined ? [] : [planned, `${planned.replace(/\bbudget\w*\b/i, '')} final accounts`]
}

/** The asking words for one number. */
function alone(asked: string): string {
  return asked.replace(/^(?:各自?|分别)(?:都)?/, '')
}

function isCount(words: string): boolean {
  return new RegExp(COUNTER).test(words) || /(?:人员|车辆|编制|职工)(?:各自?|分别)/.test(words)
}

/** "在职多少人、编外多少人": each part says for itself what it counts. */
function partsCounted(wording: string): string[] {
  const parts = wording.split(BREAK).filter((part) => new RegExp(NUMBER).test(part))
  return parts.every((part) => new RegExp(COUNTER).test(part)) ? parts.map((part) => part.replace(ASIDE, '')) : []
}
