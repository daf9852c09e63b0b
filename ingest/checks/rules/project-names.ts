import { decimalString } from '../../domain/amount.ts'
import { comparable } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { editDistance } from '../edit-distance.ts'
import { quoted } from '../operands.ts'
import { overlap, rangeIn } from '../print-range.ts'
import { type ProjectMention, type ProjectPlace, projectMentions } from '../project-mentions.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const TABLE =
  '项目支出情况表\n单位：万元\n\n科目编码\t科目\t项目名称\t项目支出合计\t商品和服务支出\n2130305\t水利工程建设\t河道联防经费\t7.00\t7.00\n2130305\t水利工程建设\t水质监测费\t6.00\t6.00\n\t合计\t\t13.00\t13.00\n\n七、项目支出情况说明\n\n'

/** A project has one name: the project of a table that the text does not name, and one of the text with its money. */
export const projectNamesRule: Rule = {
  code: 'project-names',
  oneSided: true,
  title: { zh: '项目名称各处一致', en: 'The name of a project' },
  reasoning: {
    zh: '项目支出表中的某一项目在文字说明或绩效目标表中没有，而后者恰有一个表中没有的项目金额与之相同，且其余项目大多对应的，两者应为同一项目而名称不同。名称仅差一两个字的，属文字差错。',
    en: 'Where one project of the table is not in the text or the forms, and these have just one that the table lacks, of the same money, while others correspond, the two are one project under two names. A name that differs by a character or two is a slip of wording.',
  },
  examples: {
    trips: [
      `${TABLE}1、项目名称：群众工作经费\n\n预算安排规模：7 万元\n\n2、项目名称：水质监测费\n\n预算安排规模：6 万元\n`,
    ],
    passes: [
      `${TABLE}1、项目名称：河道联防经费\n\n预算安排规模：7 万元\n\n2、项目名称：水质监测费\n\n预算安排规模：6 万元\n`,
      `${TABLE}1、项目名称：群众工作经费\n\n预算安排规模：9 万元\n\n2、项目名称：水质监测费\n\n预算安排规模：6 万元\n`,
    ],
  },
  tries: (view) => {
    const mentions = projectMentions(view.facts)
    const inPlace = (place: ProjectPlace) => mentions.filter((mention) => mention.place === place)
    const [table, text, form] = [inPlace('table'), inPlace('text'), inPlace('form')]
    return [...triedBetween(view, table, text), ...triedBetween(view, table, form), ...triedBetween(view, text, form)]
  },
}

function triedBetween(view: DocumentView, here: readonly ProjectMention[], there: readonly ProjectMention[]): Tried[] {
  const [ours, theirs] = [new Set(here.map(keyOf)), new Set(there.map(keyOf))]
  const common = here.filter((mention) => theirs.has(keyOf(mention)))
  const [missing, extra] = [here.filter((one) => !theirs.has(keyOf(one))), there.filter((one) => !ours.has(keyOf(one)))]
  const held = common.map(
    (mention): Tried => ({ witnesses: mention.facts.map((fact) => view.fact(fact)), breach: null }),
  )
  const pairs = extra.flatMap((other) => {
    const same = missing.filter((one) => isSameMoney(one, other))
    const [only] = same
    const unique = extra.filter((rival) => only && isSameMoney(only, rival)).length === 1
    // Where the places have nothing in common, they may speak of different projects.
    const known = common.length > 0 || (only && (missing.length === 1 || isNearName(only.name, other.name)))
    return only && same.length === 1 && unique && known ? [[only, other] as const] : []
  })
  return [
    ...held,
    ...pairs.map(([one, other]): Tried => {
      const witnesses = [...one.facts.slice(0, 1), ...other.facts.slice(0, 1)].map((fact) => view.fact(fact))
      return { witnesses, breach: breachOf(one, other) }
    }),
  ]
}

function keyOf({ name }: ProjectMention): string {
  return comparable(name)
}

function isSameMoney(a: ProjectMention, b: ProjectMention): boolean {
  const converted = rangeIn({ value: decimalString(b.total), unit: b.unit }, a.unit)
  return a.total.digits !== 0n && converted !== null && overlap(a.range, converted)
}

/** One character of so many may be a slip of the pen. */
const CHARACTERS_A_SLIP = 7

function isNearName(a: string, b: string): boolean {
  const few = Math.floor(Math.max(a.length, b.length) / CHARACTERS_A_SLIP)
  return few > 0 && editDistance(comparable(a), comparable(b), few) <= few
}

function breachOf(one: ProjectMention, other: ProjectMention): Breach {
  const sum = `${one.facts.length === 1 ? one.facts[0].amount.raw : decimalString(one.total)}${one.unit}`
  return {
    verdict: 'contradiction',
    minor: isNearName(one.name, other.name),
    message: {
      zh: `${sum} 的项目，一处名为${quoted(one.name)}，另一处名为${quoted(other.name)}。`,
      en: `The project of ${sum} is named ${quoted(one.name)} in one place and ${quoted(other.name)} in another.`,
    },
    values: [one.name, other.name, one.facts[0].amount.raw],
    remedy: { zh: '统一项目名称。', en: 'Give it one name.' },
  }
}
