import { accountByCode, accountsByName } from '../../classification/index.ts'
import { comparable } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted } from '../operands.ts'
import type { Breach, Rule, Tried } from '../rule.ts'
import type { Sheet } from '../sheet.ts'
import type { Witness } from '../witness.ts'

const HEAD = '单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n'

/** One code, one name: in all tables, and that of the national classification. */
export const accountNamesRule: Rule = {
  code: 'account-names',
  oneSided: true,
  title: { zh: '科目编码与名称', en: 'Codes of accounts and their names' },
  reasoning: {
    zh: '同一科目编码在各表中的名称应当一致；表中的名称不应是国家科目中另一编码的名称。名称只印出一部分的（其余部分相同）不算不一致。属文字差错。',
    en: 'A code has one name in all tables, and none that the national classification gives to another code. A name cut off at its end is the same name. Told as a slip of wording.',
  },
  examples: {
    trips: [
      `部门支出总体情况表\n${HEAD}205\t进修及培训\t1.15\t1.15\t\n20508\t进修及培训\t1.15\t1.15\t\n213\t农林水支出\t300.00\t100.00\t200.00\n`,
      `部门支出总体情况表\n${HEAD}222\t粮油物资管理支出\t1.15\t1.15\t\n213\t农林水支出\t300.00\t100.00\t200.00\n\n一般公共预算支出情况表\n${HEAD}222\t粮油物资储备支出\t1.15\t1.15\t\n213\t农林水支出\t300.00\t100.00\t200.00\n`,
    ],
    passes: [
      `部门支出总体情况表\n${HEAD}207\t文化旅游体育与传媒支出\t1.15\t1.15\t\n213\t农林水支出\t300.00\t100.00\t200.00\n\n一般公共预算支出情况表\n${HEAD}207\t文化旅游体育与传媒支\t1.15\t1.15\t\n213\t农林水支出\t300.00\t100.00\t200.00\n`,
    ],
  },
  tries: (view) => [...officialNames(view), ...namesAcrossTables(view)],
}

/** A code with the name beside it. */
interface NamedCode {
  readonly code: string
  readonly name: string
  readonly witness: Witness
}

/** The codes of a table's rows that print a name of their own, in each of its halves. */
function namedCodes(view: DocumentView, sheet: Sheet): NamedCode[] {
  if (sheet.table.role === 'project_expenditure' || sheet.table.role === 'performance') return []
  return sheet.panels.flatMap(({ panel, rows }) =>
    rows.flatMap(({ code, words, label, index, kind }) => {
      const column = panel.labels.find((at) => sheet.text({ row: index, column: at }) !== '')
      if (kind !== 'item' || code === null || words.length !== 1 || column === undefined || label === '') return []
      return [{ code, name: label, witness: view.cell(sheet, { row: index, column }) }]
    }),
  )
}

/** A row whose name is that of another account. */
interface Misnamed extends NamedCode {
  readonly official: string
  readonly other: string
}

/** Names that the classification gives to other codes only; a finding a table. */
function officialNames(view: DocumentView): Tried[] {
  return view.sheets.flatMap((sheet): Tried[] => {
    const judged = namedCodes(view, sheet).flatMap((named) => {
      const official = accountByCode(named.code)
      const meant = accountsByName(named.name)
      if (!official || meant.length === 0) return []
      const isOwn = meant.some(({ code }) => code === named.code)
      return [{ named, odd: isOwn ? null : misnamed(named, official.name) }]
    })
    const odd = judged.flatMap((one) => one.odd ?? [])
    const held = judged.flatMap((one): Tried[] => (one.odd ? [] : [{ witnesses: [one.named.witness], breach: null }]))
    return odd.length === 0
      ? held
      : [...held, { witnesses: odd.map(({ witness }) => witness), breach: breachOf(sheet, odd) }]
  })
}

/** Names come and go with the years; that of an account above or below is one of another account. */
function misnamed(named: NamedCode, official: string): Misnamed | null {
  const isRelated = (code: string) => code.startsWith(named.code.slice(0, 3)) && code.length !== named.code.length
  const other = accountsByName(named.name).find(({ code }) => isRelated(code))
  return other ? { ...named, official, other: other.code } : null
}

function breachOf(sheet: Sheet, odd: readonly Misnamed[]): Breach {
  const zh = odd.map(
    ({ code, name, official, other }) => `${code} 写作${quoted(name)}（${other} 的名称），应为${quoted(official)}`,
  )
  const en = odd.map(
    ({ code, name, official, other }) =>
      `${code} is named ${quoted(name)} (the name of ${other}) and is ${quoted(official)}`,
  )
  return {
    verdict: 'contradiction',
    minor: true,
    message: {
      zh: `${sheet.title}中科目名称与编码不符：${zh.join('；')}。`,
      en: `${sheet.title}: names that are not those of their codes: ${en.join('; ')}.`,
    },
    values: odd.flatMap(({ name, official }) => [name, official]),
  }
}

/** Each table's names against those that the tables before it gave the same codes; a finding a pair of tables. */
function namesAcrossTables(view: DocumentView): Tried[] {
  const seen = new Map<string, NamedCode & { readonly title: string }>()
  return view.sheets.flatMap((sheet) => {
    const pairs = new Map<string, (readonly [NamedCode, NamedCode])[]>()
    for (const named of namedCodes(view, sheet)) {
      const before = seen.get(named.code)
      if (!before) seen.set(named.code, { ...named, title: sheet.title })
      else if (before.title !== sheet.title)
        pairs.set(before.title, [...(pairs.get(before.title) ?? []), [before, named]])
    }
    return [...pairs].map(([title, own]) => triedPairs([title, sheet.title], own))
  })
}

function triedPairs(
  [first, second]: readonly [string, string],
  pairs: readonly (readonly [NamedCode, NamedCode])[],
): Tried {
  const odd = pairs.filter(([a, b]) => !isSameName(a.name, b.name))
  const [any] = pairs
  if (odd.length === 0) return { witnesses: any ? [any[1].witness, any[0].witness] : [], breach: null }
  const listed = odd.map(([a, b]) => `${a.code} ${quoted(a.name)}/${quoted(b.name)}`)
  return {
    witnesses: odd.flatMap(([a, b]) => [b.witness, a.witness]),
    breach: {
      verdict: 'contradiction',
      minor: true,
      message: {
        zh: `${first}与${second}中，同一科目编码名称不同：${listed.join('；')}。`,
        en: `${first} and ${second} name the same codes differently: ${listed.join('; ')}.`,
      },
      values: odd.flatMap(([a, b]) => [`${a.code} ${a.name}`, `${b.code} ${b.name}`]),
    },
  }
}

const SHORTEST_CUT = 4
/** Fewer characters in front of a name are words of its own: 其他医疗保障管理事务支出. */
const LEAST_RUN_ON = 6

/** Whether two names are one, perhaps cut off or run together with that of the row beside it. */
function isSameName(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)]
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x]
  return (
    shorter === longer ||
    (shorter.length >= SHORTEST_CUT && (longer.startsWith(shorter) || longer.slice(LEAST_RUN_ON).endsWith(shorter)))
  )
}

/** Words that documents put in or leave out: 商品和服务支出, 商品服务支出; 维修（护）费, 维修费. */
function bare(name: string): string {
  return comparable(name)
    .replace(/\([^)]*\)|[“”"]/g, '')
    .replace(/[和及与、]/g, '')
    .replace(/其它/g, '其他')
    .replace(/(?:支出|费用|费)$/, '')
}
