import { comparable, squeeze } from '../../domain/name.ts'
import { ACCOUNT_MARK } from '../../facts/clause.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted } from '../operands.ts'
import type { Passage } from '../passage.ts'
import type { Breach, Rule, Tried } from '../rule.ts'
import type { Witness } from '../witness.ts'

/** "住房公积金（项）。主要用于：事业单位医疗保险支出": what an account is said to be for. */
export const purposesRule: Rule = {
  code: 'purposes',
  oneSided: true,
  title: { zh: '科目的用途说明', en: 'What accounts are said to be for' },
  reasoning: {
    zh: '逐项说明的科目，其“主要用于”与另一科目的用途说明完全相同，并且含有另一科目的名称而不含本科目名称的，可能是误抄。只比较同一文件中写明（类）（款）（项）的科目。',
    en: 'Where an account of the list is said to be for exactly what another one is for, in words that name the other and not itself, the words were probably copied. Tried among accounts that are written out with their levels.',
  },
  examples: {
    trips: [
      '（三）支出决算具体情况\n\n1、卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于：事业单位医疗保险支出。全年预算为 2.29 万元，支出决算为 0.49 万元。\n\n2、住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：事业单位医疗保险支出。全年预算为 18.12 万元，支出决算为 17.70 万元。\n',
    ],
    passes: [
      '（三）支出决算具体情况\n\n1、卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于：事业单位医疗保险支出。全年预算为 2.29 万元，支出决算为 0.49 万元。\n\n2、住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：职工住房公积金支出。全年预算为 18.12 万元，支出决算为 17.70 万元。\n',
    ],
    basis: 'final_accounts',
  },
  tries: (view) => {
    const purposes = view.passages.flatMap((passage) => purposeIn(view, passage))
    return purposes.map((own): Tried => {
      const copied = purposes.find((other) => isCopied(own, other))
      return {
        witnesses: [own.witness, ...(copied ? [copied.witness] : [])],
        breach: copied ? breachOf(own, copied) : null,
      }
    })
  },
}

interface Purpose {
  readonly account: string
  readonly purpose: string
  readonly witness: Witness
}

const ITEM = new RegExp(
  `([\\u4e00-\\u9fa5（）()]{2,30}?)${ACCOUNT_MARK}[^\\u4e00-\\u9fa5]*主要(?:用于|是|反映)[：:]?([^。；]{4,80})`,
)

const LONGEST_QUOTE = 300

function purposeIn(view: DocumentView, { text, lineAt, figures }: Passage): Purpose[] {
  const marks = squeeze(text).split(new RegExp(`(?<=${ACCOUNT_MARK})`))
  const last = marks.slice(-2).join('')
  const [, account = '', purpose = ''] = ITEM.exec(last) ?? []
  if (account === '' || purpose === '') return []
  const at = text.indexOf('主要')
  const end = Math.min(text.length, at + 40)
  const quoteEnd = figures.findLast(({ fact }) => fact.kind === 'level')?.printed.to ?? text.length
  const raw = /^[^。；]*/.exec(text.slice(at, end))?.[0]?.trim() ?? ''
  return raw === ''
    ? []
    : [
        {
          account,
          purpose,
          witness: view.words(
            raw,
            lineAt(at),
            lineAt(at + raw.length - 1),
            text.slice(0, Math.min(quoteEnd, LONGEST_QUOTE)),
          ),
        },
      ]
}

const SHORTEST_NAME = 4

function isCopied(own: Purpose, other: Purpose): boolean {
  const [mine, theirs, words] = [own.account, other.account, own.purpose].map((text) =>
    comparable(text).replace(/支出$/, ''),
  )
  if (mine === undefined || theirs === undefined || words === undefined || mine === theirs) return false
  return (
    own.purpose === other.purpose && theirs.length >= SHORTEST_NAME && words.includes(theirs) && !words.includes(mine)
  )
}

function breachOf(own: Purpose, other: Purpose): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `${quoted(own.account)}的用途写为${quoted(own.purpose)}，与${quoted(other.account)}相同，与本科目不符。`,
      en: `${quoted(own.account)} is said to be for ${quoted(own.purpose)}, as ${quoted(other.account)} is; that is not what it is.`,
    },
    values: [own.account, own.purpose],
  }
}
