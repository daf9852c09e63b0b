import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { isThreePublicItem } from '../../ingest/domain/sameness.ts'
import { asksWholeThreePublic } from './cues.ts'
import type { FactText } from './fact-text.ts'
import { gramsOf, saidShare } from './grams.ts'
import type { Plan } from './plan.ts'

/** Whether a word of the question says that a figure is not what is asked, however many of its other words it bears. */
export function contradicts(text: FactText, plan: Plan): boolean {
  return RULES.some((rule) => rule(text, plan))
}

const RULES: readonly ((text: FactText, plan: Plan) => boolean)[] = [
  isOtherSide,
  isOtherEndOfYear,
  isChangeForAim,
  isPlanForResult,
  isItemOfThreePublic,
  isOfAnotherThing,
  isOfAnotherBody,
  isNoOnesOwn,
]

/** What an account takes in is not what it pays out: a table of income answers no question for its expenditure. */
function isOtherSide({ fact }: FactText, { wording, codes }: Plan): boolean {
  if (fact.role !== 'income' || fact.measure.code === null) return false
  return SPENDING.test(wording) && !TAKING.test(wording) && (codes.length > 0 || fact.kind === 'level')
}

const SPENDING = /支出|开支|花|用掉|用了|\bspen[dt]|\bexpenditures?\b/i
const TAKING = /收入|来源|拨入|\bincome\b|\brevenue|\breceive/i

/** What is carried over into a year is not what is carried out of it. */
function isOtherEndOfYear({ fact, name }: FactText, { question, asOf }: Plan): boolean {
  if (!/结转|结余/.test(name)) return false
  if (OPENING.test(question)) return /年末|年底|结转下年/.test(name)
  // The next year's document calls the same money 上年结转.
  const own = asOf.length === 0 || (fact.fiscalYear !== null && asOf.includes(fact.fiscalYear))
  return own && CLOSING.test(question) && /年初|上年/.test(name)
}

const OPENING = /年初|上年(?:度)?(?:末|底)?结[转余]|opening balance|beginning of (?:the )?year/i
/** The end of the year. */
export const CLOSING =
  /年末|年底|年终|结转(?:到)?下年|(?:end|close) of (?:the )?(?:year|20\d\d)|closing balance|year-end/i

/** By how much something rose against the year before is neither what is aimed at nor what was done. */
function isChangeForAim({ fact }: FactText, { kinds: [kind] }: Plan): boolean {
  if (kind !== 'target' && kind !== 'actual') return false
  return fact.kind === 'rate' && fact.direction !== null
}

/** How many a budget plans is no number of what was done; how many there are (staff, buildings) is. */
function isPlanForResult({ fact }: FactText, { kinds: [kind] }: Plan): boolean {
  if (kind !== 'actual' || fact.kind !== 'count' || fact.basis !== 'budget') return false
  return fact.role !== 'organization' && fact.role !== 'assets'
}

/** One of the three public expenses does not stand for all three. */
function isItemOfThreePublic({ fact }: FactText, plan: Plan): boolean {
  return asksWholeThreePublic(plan.question) && isThreePublicItem(fact) && !/三公/.test(fact.measure.name)
}

/** "几所幼儿园" counts kindergartens: a number of other bodies is none. */
function isOfAnotherThing({ fact }: FactText, { question }: Plan): boolean {
  if (fact.kind !== 'count') return false
  const noun = BODIES_COUNTED.exec(question)?.[1]
  return noun !== undefined && !namesBody(fact, noun.slice(-2))
}

const BODIES_COUNTED = /(?:多少|几)[家所座]((?:公办|民办)?[一-龥]{2,6}?)(?=[,，。?？、的在是有]|$)/

function namesBody({ measure, parents, facet, of }: Fact, noun: string): boolean {
  return comparable([measure.name, ...parents, ...facet, of ?? ''].join(' ')).includes(comparable(noun))
}

/** A body below the unit is asked about by its own name: a figure that says nothing of it is the unit's. */
function isOfAnotherBody({ all }: FactText, { wording }: Plan): boolean {
  const body = BODY_ASKED.exec(wording)?.[1]
  return body !== undefined && saidShare(gramsOf(comparable(body)), all) < MOST_OF_NAME
}

const MOST_OF_NAME = 0.6
/** Names that public institutions go by (《事业单位登记管理暂行条例实施细则》: 院, 所, 站, 中心, 队, 场 …), asked about as a body. */
const BODY_ASKED =
  /([一-龥]{2,16}(?:管理[处所站]|[一-龥]{2}中心|大队|支队|福利院|敬老院|林场|农场|工作站|推广站|监测站|研究[所院]))(?:单独|自己|本身|一家)?的?(?:\s|年度?)*的?(?=单独|自己|本身|收入|支出|预算|决算|总|经费|三公|花|用了|有多少|在职|编制|人员)/

/** What one person is paid or spends is in no disclosure: what all are paid or spend is not it. */
function isNoOnesOwn({ all }: FactText, { wording }: Plan): boolean {
  const office = PAID.exec(wording)?.[1]
  return office !== undefined && !all.includes(comparable(office))
}

const PAID =
  /((?:[局处科所站院校馆县市州区镇乡]长|书记|主任|主席)(?!办)|\b(?:director|chief|head|mayor|secretary)(?= of|'s|\b.{0,20}\b(?:paid|salary|wage|earn)))[^,，。?？]{0,8}(?:工资|年薪|薪|奖金|待遇|收入|拿|挣|出差|出国|吃|花|salary|wage|paid|earn)/i
