import { compareDecimals, decimal } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { comparable } from '../../domain/name.ts'
import { unitFamily } from '../../domain/sameness.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted, shown } from '../operands.ts'
import { namesOtherYear } from '../passage.ts'
import type { Rule, Tried } from '../rule.ts'

/** The unit's own people, counted in more than one place. */
export const staffRule: Rule = {
  code: 'staff',
  title: { zh: '人员数各处一致', en: 'The unit’s own people' },
  reasoning: {
    zh: '编制数、实有人数、在职人数在机构设置、增减原因说明等处应当一致。只比较名称相同、并且句中同时写有其他人员数的（单独写出的可能只是一部分人）。',
    en: 'Posts, people and people in service are the same wherever the document counts them. Tried where the name is the same and the sentence counts other people beside them, since a number alone may be of some of them.',
  },
  examples: {
    trips: [
      '二、机构设置及人员情况\n\n青石县水务局编制数 28 人，实有人数 27 人，其中：在职 26 人，退休 1 人。\n\n三、支出预算情况说明\n\n基本支出 424.79 万元，比上年预算增加 82.83 万元，主要原因是我单位实有人数 25 人，其中：在职 24 人，退休 1 人，人员经费增加。\n',
    ],
    passes: [
      '二、机构设置及人员情况\n\n青石县水务局编制数 28 人，实有人数 27 人，其中：在职 26 人，退休 1 人。\n\n三、支出预算情况说明\n\n基本支出 424.79 万元，比上年预算增加 82.83 万元，主要原因是我单位实有人数 27 人，其中：在职 26 人，退休 1 人，人员经费增加。\n',
    ],
  },
  tries: (view) => {
    const counted = staffCounts(view)
    return [...new Set(counted.map(({ name }) => name))].flatMap((name) => {
      const [first, ...others] = counted.filter((count) => count.name === name)
      return first ? others.map((other) => tried(view, other, first)) : []
    })
  },
}

interface StaffCount {
  readonly name: string
  readonly fact: Fact
}

/** Names under which units count their people, as comparable() writes them, each by the one name it has here. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:总?编制|核定编制|人员编制)(?:人?数|总数)?$/, '编制'],
  [/^(?:年末)?实有(?:在编)?(?:人员|人数|人)?(?:总?数)?$/, '实有'],
  [/^(?:.*范围内)?(?:年末)?(?:实有)?在职(?:在编)?(?:实有?)?(?:人员|人数|职工|干部职工)?(?:总?数)?$/, '在职'],
]

function staffCounts(view: DocumentView): StaffCount[] {
  return view.passages.flatMap(({ figures }) =>
    figures.flatMap((figure): StaffCount[] => {
      const { fact, sentence } = figure
      if (fact.kind !== 'count' || unitFamily(fact.amount.unit) !== '人' || fact.project !== null) return []
      const name = NAMES.find(([pattern]) => pattern.test(comparable(fact.measure.name)))?.[1]
      const beside = figures.filter(
        (other) => other.sentence === sentence && unitFamily(other.fact.amount.unit) === '人',
      )
      return name !== undefined && beside.length > 1 && !namesOtherYear(figure) ? [{ name, fact }] : []
    }),
  )
}

function tried(view: DocumentView, { name, fact }: StaffCount, { fact: first }: StaffCount): Tried {
  const same = compareDecimals(decimal(fact.amount.value), decimal(first.amount.value)) === 0
  return {
    witnesses: [fact, first].map((one) => view.fact(one)),
    breach: same
      ? null
      : {
          verdict: 'contradiction',
          message: {
            zh: `${quoted(name)}人数一处为 ${shown(first)}，另一处为 ${shown(fact)}。`,
            en: `The people counted as ${quoted(name)} are ${shown(first)} in one place and ${shown(fact)} in another.`,
          },
          values: [fact.amount.raw, first.amount.raw],
          computed: `${shown(fact)} ≠ ${shown(first)}`,
        },
  }
}
