import { kindCue } from './cues.ts'
import type { Evidence } from './evidence.ts'
import { makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'
import { readSubject } from './read-subject.ts'
import { together } from './several.ts'
import { unitCue } from './unit-cues.ts'

/** Between two questions of one sentence. */
const BREAK = /[?!。;,，；？、]\s*/
/** Words that ask for a number, with the word for what is counted or measured by it. */
const ASKED =
  /(?:是|有|为|平均|得了?)?(?:多少|几)(?:个?[百千]?[万亿]?元|人次|批次|[个项分人名辆台次户家件所起批]|钱)?|百分之(?:多少|几)|how (?:much|many)/i
/** "目标是多少" behind a question for a number asks for the same thing as it was planned. */
const OTHER_OF_SAME = /^(?:原来|原定|当初)?的?(?:目标|计划|实际|指标)(?:值|数)?(?:又|各|分别)?(?:是|为|有)?(?:多少|几)$/
const MOST = 3

/**
 * The questions that one sentence asks of one thing for figures of different sorts ("平均几分？涉及多少万元？"), each as a plan of
 * its own; [] where it asks one, or several of one sort of things that none of its parts names for itself, which are looked up together.
 */
export function questionsIn(plan: Plan): Plan[] {
  const parts = plan.wording.split(BREAK).filter((part) => ASKED.test(part))
  const [first = ''] = parts
  if (parts.length < 2 || parts.length > MOST) return []
  const sorts = new Set(parts.map((part) => sortOf(OTHER_OF_SAME.test(part) ? first : part)))
  if (sorts.size < parts.length && !countsApart(parts)) return []
  const thing = first.replace(ASKED, '')
  return parts.map((part, at) => planOf(at === 0 || namesThing(part) ? part : `${thing}${part}`, plan))
}

/** Answers of each of the questions side by side; null where none of them has one. */
export async function answerEach(
  plans: readonly Plan[],
  answer: (plan: Plan) => Promise<Evidence>,
): Promise<Evidence | null> {
  const each = await Promise.all(plans.map(answer))
  return each.some(({ status }) => status === 'answered') ? together(each) : null
}

/** "在职多少人、编外多少人": each part says whom or what it counts. */
function countsApart(parts: readonly string[]): boolean {
  const counted = parts.map((part) => {
    const asked = /^(.*?)(?:有|是|为)?(?:多少|几)(人次|批次|[个人名辆台户家件所起批])/.exec(part.replace(ASIDE, ''))
    return asked
      ? `${
          asked[1]
            ?.match(/[一-龥]/g)
            ?.slice(-2)
            .join('') ?? ''
        }`
      : ''
  })
  return counted.every((noun) => noun.length === 2) && new Set(counted).size === counted.length
}

const ASIDE = /^\s*(?:其中|以及|另外|还有|那么?)/

/** What sort of figure a part asks for: by its unit, a score, or money. */
function sortOf(part: string): string {
  const kinds = kindCue(part)
  return unitCue(part, kinds[0])[0] ?? (kinds[0] === 'score' ? '分' : '元')
}

function namesThing(part: string): boolean {
  return readSubject(part, []).concepts.some(({ weight }) => weight === 'item')
}

/** The plan of a part of a question: of the units, years and documents of the whole question. */
export function planOf(question: string, whole: Plan): Plan {
  const { documentIds, organizations, years, asOf, language, basis, stage } = whole
  const own = makePlan(question, [], language)
  const frame = own.basisStrict ? {} : { basis, basisStrict: false, stage }
  return { ...own, documentIds, organizations, years, asOf, ...frame }
}
