import { decimalString } from '../../domain/amount.ts'
import { comparable } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted, shown } from '../operands.ts'
import { overlap, rangeIn } from '../print-range.ts'
import { type ProjectMention, projectMentions } from '../project-mentions.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const TABLE =
  '项目支出情况表\n单位：万元\n\n科目编码\t科目\t项目名称\t项目支出合计\t商品和服务支出\n2130305\t水利工程建设\t河道整治经费\t26.40\t26.40\n2130305\t水利工程建设\t水质监测费\t6.00\t6.00\n\t合计\t\t32.40\t32.40\n\n七、项目支出情况说明\n\n'

/** A project has one budget: in the table of projects, in the text, in its performance form. */
export const projectBudgetsRule: Rule = {
  code: 'project-budgets',
  title: { zh: '项目预算各处一致', en: 'The budget of a project' },
  reasoning: {
    zh: '同名项目在项目支出表（同名各行相加）、文字说明（预算安排规模）、绩效目标表（年度资金总额）中的金额应当一致。只比较名称完全相同的项目；单位不同的先换算。',
    en: 'A project has the same budget in the table of projects (rows of one name added up), in the text and in its performance form. Tried where the name is exactly the same; units are converted.',
  },
  examples: {
    trips: [
      `${TABLE}1、项目名称：河道整治经费\n\n预算安排规模：24.60 万元\n\n2、项目名称：水质监测费\n\n预算安排规模：6 万元\n`,
    ],
    passes: [
      `${TABLE}1、项目名称：河道整治经费\n\n预算安排规模：26.40 万元\n\n2、项目名称：水质监测费\n\n预算安排规模：6 万元\n`,
    ],
  },
  tries: (view) => {
    const byName = new Map<string, ProjectMention[]>()
    for (const mention of projectMentions(view.facts)) {
      const key = comparable(mention.name)
      byName.set(key, [...(byName.get(key) ?? []), mention])
    }
    return [...byName.values()].flatMap(([first, ...others]) =>
      first ? others.filter(({ place }) => place !== first.place).map((other) => tried(view, first, other)) : [],
    )
  },
}

function tried(view: DocumentView, a: ProjectMention, b: ProjectMention): Tried {
  return {
    witnesses: [...b.facts, ...a.facts].map((fact) => view.fact(fact)),
    breach: isSame(a, b) ? null : breachOf(a, b),
  }
}

/** Whether two places give a project the same money, as near as their print allows. */
function isSame(a: ProjectMention, b: ProjectMention): boolean {
  const converted = rangeIn({ value: decimalString(b.total), unit: b.unit }, a.unit)
  return converted === null || overlap(a.range, converted)
}

const PLACES = {
  table: { zh: '项目支出表', en: 'the table of projects' },
  text: { zh: '文字说明', en: 'the text' },
  form: { zh: '绩效目标表', en: 'its performance form' },
} as const

function breachOf(a: ProjectMention, b: ProjectMention): Breach {
  const [x, y] = [a, b].map((mention) => ({
    place: PLACES[mention.place],
    sum: mention.facts.length === 1 ? shown(mention.facts[0]) : `${decimalString(mention.total)}${mention.unit}`,
  }))
  return {
    verdict: 'contradiction',
    message: {
      zh: `项目${quoted(a.name)}的预算，${x?.place.zh}为 ${x?.sum}，${y?.place.zh}为 ${y?.sum}。`,
      en: `The project ${quoted(a.name)} has ${x?.sum} in ${x?.place.en} and ${y?.sum} in ${y?.place.en}.`,
    },
    values: [decimalString(a.total), decimalString(b.total)],
    computed: `${[a, b].map(({ facts }) => facts.map(({ amount }) => amount.raw).join(' + ')).join(' ≠ ')}`,
  }
}
