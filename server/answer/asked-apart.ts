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
const BREAK = /[,，;；、?？。!！]\s*/
const ASIDE = /^\s*(?:其中|以及|另外|还有|那么?)的?/
const MOST = 4

/**
 * The ways in which a question for several numbers can be taken apart, best first: each a list of plans, one for each
 * number. Nothing says yet that documents have them: see {@link answeredApart}.
 */
export function askedApart(plan: Plan): Plan[][] {
  const wording = plan.wording.trim()
  const ways = [targetAndActual(wording), eachCounted(wording), partsCounted(wording)]
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
  if (both) return [`${both.thing}目标${both.asked}`, `${both.thing}实际完成${both.asked}`]
  const then = THEN_TARGET.exec(wording)?.groups
  return then ? [`${then.thing}实际完成${then.asked}`, `${then.thing}目标${then.asked}`] : []
}

function eachCounted(wording: string): string[] {
  const { head, things, asked } = EACH_OF.exec(wording)?.groups ?? {}
  if (things === undefined || asked === undefined || !isCount(`${things}${asked}`)) return []
  return things.split(/[、和与及跟]/).map((thing) => `${head ?? ''}${thing}${asked.replace(/^(?:各自?|分别)/, '')}`)
}

function isCount(words: string): boolean {
  return new RegExp(COUNTER).test(words) || /(?:人员|车辆|编制|职工)(?:各自?|分别)/.test(words)
}

/** "在职多少人、编外多少人": each part says for itself what it counts. */
function partsCounted(wording: string): string[] {
  const parts = wording.split(BREAK).filter((part) => new RegExp(NUMBER).test(part))
  return parts.every((part) => new RegExp(COUNTER).test(part)) ? parts.map((part) => part.replace(ASIDE, '')) : []
}
