import { decimal } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { comparable, squeeze } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted, shown } from '../operands.ts'
import type { Passage } from '../passage.ts'
import type { Rule, Tried } from '../rule.ts'

const TABLE =
  '一般公共预算基本支出情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t人员经费\t公用经费\n301\t工资福利支出\t40.00\t40.00\t\n302\t商品和服务支出\t4.00\t\t4.00\n30201\t办公费\t3.00\t\t3.00\n30207\t邮电费\t0.00\t\t0.00\n30211\t差旅费\t1.00\t\t1.00\n\t合计\t44.00\t40.00\t4.00\n\n六、一般公共预算基本支出情况说明\n\n'

/** "公用经费 10.23 万元，主要包括：办公费、邮电费": accounts that the text lists and the table prints as nothing. */
export const listedAccountsRule: Rule = {
  code: 'listed-accounts',
  oneSided: true,
  title: { zh: '文字列举的经济科目与基本支出表', en: 'Accounts that the text lists and the table' },
  reasoning: {
    zh: '人员经费、公用经费“主要包括”所列举的经济科目，在基本支出表中应有金额。表中该科目为零的报告；表中没有该科目的行，可能因名称不同，不比较。',
    en: 'The accounts that the text lists as staff costs or public expenses have an amount in the table of basic expenditure. Told where the table prints nothing for one; an account without a row may have another name there, and is not tried.',
  },
  examples: {
    trips: [`${TABLE}一般公共预算基本支出 44.00 万元，其中：公用经费 4.00 万元，主要包括：办公费、邮电费、差旅费。\n`],
    passes: [`${TABLE}一般公共预算基本支出 44.00 万元，其中：公用经费 4.00 万元，主要包括：办公费、差旅费、培训费。\n`],
  },
  tries: (view) => {
    const printed = basicAccounts(view.facts)
    return view.passages.flatMap((passage) => triedIn(view, passage, printed))
  },
}

/** The accounts of the table of basic expenditure by name, with all that it prints for each. */
function basicAccounts(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const accounts = new Map<string, Fact[]>()
  for (const fact of facts) {
    const isAccount =
      fact.role === 'basic_expenditure' && fact.origin === 'cell' && fact.kind === 'level' && !fact.total
    if (!isAccount || fact.measure.code === null) continue
    const name = comparable(fact.row.at(-1) ?? fact.measure.name)
    accounts.set(name, [...(accounts.get(name) ?? []), fact])
  }
  return accounts
}

const LIST = /(?:人员经费|公用经费)[^。；]*?(?:主要包括|包括|主要用于|主要是)[：:]?([^。；]+)/g

function triedIn(
  view: DocumentView,
  { text, lineAt }: Passage,
  printed: ReadonlyMap<string, readonly Fact[]>,
): Tried[] {
  if (printed.size === 0) return []
  return [...text.matchAll(LIST)].flatMap((match) => {
    const list = match[1] ?? ''
    const begin = match.index + match[0].length - list.length
    return listedIn(list).flatMap(({ name, at, raw }): Tried[] => {
      const own = printed.get(name) ?? []
      const [first] = own
      if (!first || raw.includes('万元')) return []
      const line = lineAt(begin + at)
      const told = view.words(raw, line, lineAt(begin + at + raw.length - 1))
      const nothing = own.every(({ amount }) => decimal(amount.value).digits === 0n)
      return [
        {
          witnesses: [told, view.fact(first)],
          breach: nothing
            ? {
                verdict: 'contradiction',
                message: {
                  zh: `文字列有${quoted(name)}，而基本支出表中该科目为 ${shown(first)}。`,
                  en: `The text lists ${quoted(name)}, and the table of basic expenditure prints ${shown(first)} for it.`,
                },
                values: [name, first.amount.raw],
              }
            : null,
        },
      ]
    })
  })
}

interface Listed {
  readonly name: string
  readonly raw: string
  readonly at: number
}

/** The names of an enumeration, each with where it stands. */
function listedIn(list: string): Listed[] {
  const names: Listed[] = []
  let at = 0
  for (const part of list.split(/[、，]/)) {
    const raw = part.trim()
    const name = comparable(squeeze(raw).replace(/等$/, ''))
    if (name !== '') names.push({ name, raw, at: at + part.indexOf(raw) })
    at += part.length + 1
  }
  return names
}
