import { findEnglishTerms } from '../concepts.ts'
import type { Plan } from '../plan.ts'
import { readSubject, type Subject } from '../read-subject.ts'

const JOINTS =
  /(?<!\uE000)(?:和|与|跟|同(?!比|期)|以及|及|加(?!起来|总|在|到|一)|(?<![相对占同环])比(?!例|重|上年|上一年|去年|较)|较(?!上年|去年)|、|\+|＋| and | plus | than | vs\.? | versus |[()（）])/i

/**
 * A plan for each of the things that a question names together ("A 和 B", "A + B"); one plan where it names one. What
 * stands outside the enumeration (在三公里, 合计) does not make a thing.
 */
export function itemPlans(plan: Plan): Plan[] {
  const base: Plan = {
    ...plan,
    operation: 'lookup',
    kinds: plan.kinds.filter((kind) => kind === 'actual' || kind === 'target' || kind === 'score'),
  }
  const segments = segmentsOf(plan).map((segment) => readSubject(segment, []))
  const items = segments.filter(
    ({ concepts, pieces }) =>
      concepts.some(({ weight }) => weight !== 'soft') ||
      pieces.some((piece) => /[\u4e00-\u9fa5]{4}/.test(piece.replace(GENERIC, ''))),
  )
  if (items.length < 2) return [base]
  return items.map((item) => ({
    ...base,
    question: withoutOthers(plan.question, item, items),
    wording: withoutOthers(plan.wording, item, items),
    concepts: item.concepts,
    subject: item.pieces,
    amounts: [],
    roles: [],
  }))
}

/** The question without the names of the other items, lest they speak for each other's figures. */
function withoutOthers(question: string, item: Subject, items: readonly Subject[]): string {
  const wordsOf = ({ concepts, pieces }: Subject) => [...concepts.map(({ surface }) => surface), ...pieces]
  const own = new Set(wordsOf(item))
  const others = items.flatMap(wordsOf).filter((word) => word.length >= 2 && !own.has(word))
  return others.reduce((text, word) => text.replaceAll(word, ' '), question)
}

/** The wording cut at its joints, but not inside a known name (商品和服务支出). */
function segmentsOf(plan: Plan): string[] {
  const english = findEnglishTerms(plan.wording).map((term) => plan.wording.slice(term.from, term.to))
  const names = [...plan.concepts.map(({ surface }) => surface), ...english].filter((surface) => JOINTS.test(surface))
  const masked = names.reduce((text, name) => text.replaceAll(name, [...name].join(GLUE)), plan.wording)
  return masked.split(JOINTS).map((segment) => segment.replaceAll(GLUE, ''))
}

/** Words that name no thing among others: 两个项目, 各项支出. */
const GENERIC = /^[这那]?[各几两二三四五六]?[个项]?(?:项目|专项|支出|经费|单位)/

/** Stands between the characters of a name; a private-use character, so that no question holds it. */
const GLUE = '\uE000'
