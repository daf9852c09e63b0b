import { sameAmount } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { type Evidence, printed } from './evidence.ts'
import { gramsOf, saidShare } from './grams.ts'
import type { Plan } from './plan.ts'

const WITHIN = '(?:里面?|里头|当中|之中|(?<!其)中|内)\\s*[,，]?\\s*'
/** "202.24万元的支出里，…": a part of an amount that the question gives is asked for. */
const OF_AMOUNT = new RegExp(
  `\\d\\s*[万亿]?元[^,，。?？]{0,20}${WITHIN}(?<parts>[^,，。?？]{2,40}?)(?:各|分别|是|花|用|占|有|安排)`,
)
/** "支出里，甲和乙各花了多少": parts that the question names. */
const NAMED = new RegExp(`${WITHIN}(?<parts>[^,，。?？]{2,20}(?:[、和与及][^,，。?？、]{2,20})+?)(?:各自?|分别)`)
const GENERIC = /(?:项目|支出|经费|费用|资金|专项|部分)+$/

/** An answer that gives a whole where a question asks for parts of it that no document prints is no answer. */
export function notTheWhole(evidence: Evidence, plan: Plan): Evidence {
  if (evidence.status !== 'answered' || (evidence.form !== 'figures' && evidence.form !== 'list')) return evidence
  const answers = evidence.figures.filter(({ role }) => role === 'answer')
  const facts = answers.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : []))
  const [first] = facts
  if (!first || facts.length < answers.length) return evidence
  if (isOtherNumber(plan, facts)) return refused(plan.subject.join('') || plan.wording.trim(), first)
  const parts = partsAsked(plan, facts)
  if (parts === null || parts.some((part) => facts.some((fact) => isOf(fact, part)))) return evidence
  return refused(parts.join('、'), first)
}

function refused(name: string, nearest: Fact): Evidence {
  const { organization, fiscalYear: year } = nearest
  return {
    status: 'not_found',
    missing: [{ what: 'measure', organization, year, name }],
    nearest: [printed(nearest, 'context')],
  }
}

/** "三个项目各安排多少": so many are asked for, and another number of things that are no projects was found. */
function isOtherNumber({ wording }: Plan, facts: readonly Fact[]): boolean {
  const said = /([两二三四五六七八九])个(?:[一-龥]{2})?项目[^,，。?？]{0,4}(?:各|分别)/.exec(wording)?.[1]
  if (said === undefined || facts.some(({ project }) => project !== null)) return false
  return facts.length !== ('一二三四五六七八九'.indexOf(said) + 1 || 2)
}

/** The parts asked for by name; null where the question asks for none, or gives no amount that they are parts of. */
function partsAsked({ wording, amounts }: Plan, facts: readonly Fact[]): string[] | null {
  const given = facts.every(({ amount }) => amounts.some((said) => sameAmount(amount, said)))
  const said = NAMED.exec(wording) ?? (given ? OF_AMOUNT.exec(wording) : null)
  const { parts = '' } = said?.groups ?? {}
  const named = parts.split(/[、和与及]/).map((part) => part.trim())
  return said ? named.filter((part) => part.length >= 2) : null
}

/** Whether a figure is of the part: its name, project or what it stands under says most of it. */
function isOf({ measure, project, parents, facet, row, column, quote, origin }: Fact, part: string): boolean {
  const words = [measure.name, project ?? '', ...parents, ...facet, ...row, ...column, origin === 'cell' ? '' : quote]
  const core = comparable(part.replace(GENERIC, '') || part)
  const grams = gramsOf(core)
  const named = comparable(words.join(' '))
  return grams.length === 0 ? named.includes(core) : saidShare(grams, named) >= 0.5
}
