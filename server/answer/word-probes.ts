import { comparable } from '../../ingest/domain/name.ts'
import type { AskedShape } from './asked-words.ts'
import { withoutAsking } from './asked-words.ts'
import { type EnglishTerm, findConcepts, findEnglishTerms } from './concepts.ts'
import { gramsOf } from './grams.ts'
import { numbersIn } from './numbers.ts'
import { chineseName, type Plan } from './plan.ts'
import { probesOf } from './probes.ts'
import { readSubject } from './read-subject.ts'
import { without } from './stretch.ts'

/** A piece of what a question for words says, and how a sentence bears it out. */
export interface WordProbe {
  /** Longer pieces say more. */
  readonly size: number
  /** Whether its rarity in the documents adds to its weight; a direction (增加, 减少) is everywhere. */
  readonly byRarity: boolean
  /** Whether it is the name of what is asked about. */
  readonly names: boolean
  /** 0 to 1. */
  readonly match: (flat: string) => number
}

export interface WordQuestion {
  readonly probes: readonly WordProbe[]
  /** The words to look for by meaning. */
  readonly words: string
  /** The way the figure asked about did not move, to be held against a sentence that says so. */
  readonly opposed: readonly string[]
}

/** What to look for in sentences: names with their official forms, the other words in pairs, figures, and the way a figure moved. */
export function readWordQuestion(plan: Plan, shapes: readonly AskedShape[]): WordQuestion {
  const moved = shapes.some(({ name }) => name === 'reason')
    ? movesIn(plan.wording)
    : { rest: plan.wording, probes: [], opposed: [] }
  const numbers = numberProbes(plan.wording)
  const rest = withoutPlaces(withoutAsking(withoutNumbers(moved.rest)), plan.organizations.named)
  const english = findEnglishTerms(rest)
  const read = readSubject(without(rest, english), [])
  const chinese = { ...read, pieces: read.pieces.filter((piece) => isWord(piece, rest)) }
  const named = chinese.concepts.length > 0 || chinese.pieces.length > 0
  const probes = named ? probesOf({ ...plan, concepts: chinese.concepts, subject: chinese.pieces, units: [] }) : []
  return {
    probes: [
      ...english.map((term) => wordProbe(formsOf(term), 2, true)),
      ...probes.map(({ forms, size, weight }) =>
        weight === 'hint'
          ? wordProbe(forms, saysShape(forms, shapes) ? SHAPE_WORD : Math.min(2, size), false)
          : wordProbe(forms, Math.min(5, size), true),
      ),
      ...numbers,
      ...moved.probes,
    ],
    words: [
      ...english.map(({ chinese: [first] }) => first ?? ''),
      ...chinese.concepts.map(chineseName),
      ...chinese.pieces,
    ].join(' '),
    opposed: moved.opposed,
  }
}

/** The question without what a unit's name begins with: its place, where the name is not said in full. */
function withoutPlaces(text: string, organizations: readonly string[]): string {
  return organizations.reduce((rest, name) => {
    const lengths = [6, 5, 4, 3, 2].filter((length) => length < name.length)
    const said = lengths.map((length) => name.slice(0, length)).find((place) => rest.includes(place))
    return said === undefined ? rest : rest.replaceAll(said, ' ')
  }, text)
}

/** English words that no list knows are no words to look for in Chinese; abbreviations (DRG) are, a lone unit is not. */
function isWord(piece: string, question: string): boolean {
  return (
    !/^(?:万元|亿元|元|万|人)$/.test(piece) && (!/^[a-z' ]+$/.test(piece) || question.includes(piece.toUpperCase()))
  )
}

/** Words that say what shape is asked for (依据, 方式) are judged as that; they hardly tell one matter from another. */
const SHAPE_WORD = 0.4

function saysShape(forms: readonly string[], shapes: readonly AskedShape[]): boolean {
  return forms.every(
    (form) =>
      /^(?:项目|情况|工作|经费)$/.test(form) ||
      shapes.some(({ asked, field }) => asked.test(form) || field?.test(form)),
  )
}

/** What documents may print for an English expression: its Chinese words with their synonyms. */
function formsOf({ chinese }: EnglishTerm): string[] {
  const known = chinese.map(comparable)
  const named = known.flatMap((word) =>
    findConcepts(word)
      .filter(({ from, to }) => from === 0 && to === word.length)
      .flatMap(({ names }) => names.map(comparable)),
  )
  return [...new Set([...known, ...named])]
}

/** Of a long name, most of its pairs in order of reading say half of it: names are shortened and mistyped. */
function wordProbe(forms: readonly string[], size: number, names: boolean): WordProbe {
  const longest = forms.filter((form) => form.length >= 4).map((form) => gramsOf(form))
  return {
    size,
    byRarity: true,
    names,
    match: (flat) => {
      if (forms.some((form) => flat.includes(form))) return 1
      const shares = longest.map(
        (grams) => grams.filter((gram) => flat.includes(gram)).length / Math.max(1, grams.length),
      )
      const best = Math.max(0, ...shares)
      return best >= 0.6 ? best * 0.6 : 0
    },
  }
}

const MONEY_OR_RATE = /(\d[\d,]*(?:\.\d+)?)\s*(%|万元|万|元|亿元)?/g

/** Figures of a question ("那12万", "涨了71%") say which sentence is meant; a document may print more decimals or another unit. */
function numberProbes(text: string): WordProbe[] {
  return [...text.matchAll(MONEY_OR_RATE)]
    .filter(([, , unit]) => unit !== undefined)
    .map(([, digits = '', unit = '']): WordProbe => {
      const value = Number(digits.replaceAll(',', ''))
      const decimals = digits.split('.')[1]?.length ?? 0
      const alike = (printed: number) =>
        [printed, ...(unit === '%' ? [] : [printed / 10_000, printed * 10_000])].some(
          (number) =>
            Number(number.toFixed(decimals)) === value ||
            Math.trunc(number * 10 ** decimals) === value * 10 ** decimals,
        )
      return {
        size: 2.5,
        byRarity: true,
        names: false,
        match: (flat) => (numbersIn(flat).some((number) => alike(Number(number))) ? 1 : 0),
      }
    })
}

function withoutNumbers(text: string): string {
  return text.replace(MONEY_OR_RATE, (found, _digits, unit) => (unit === undefined ? found : ' '))
}

interface Move {
  readonly asked: RegExp
  readonly forms: readonly string[]
  readonly opposed: readonly string[]
}

/** How everyday words for a move of figures are printed, and the words for the other way. */
const MOVES: readonly Move[] = [
  {
    asked:
      /减(?:少|了)?|下[降将跌滑调]|降低?了?|掉了?|变?少(?!数|年|儿|民|先)(?:了|那么|这么)?|跌了?|缩[水减小]?|砍了?|小于|低于|\b(?:fell|fall(?:en)?|drop\w*|decreas\w*|declin\w*|less|lower|cut|reduc\w*|below|shr[aiu]nk)\b/gi,
    forms: ['减少', '下降', '降低', '减', '小于', '低于', '少于', '降'],
    opposed: ['增加', '增长'],
  },
  {
    asked:
      /增(?:加|长|幅|多)?了?|涨了?|上升|升高?|翻(?:了|番)?|变多|多(?:了|出|那么|这么)|大于|高于|超过|\b(?:r[io]se|risen|increas\w*|gr[eo]w\w*|higher|more|doubl\w*|above|exceed\w*)\b/gi,
    forms: ['增加', '增长', '上升', '提高', '大于', '高于', '新增', '增'],
    opposed: ['减少', '下降', '降低'],
  },
  {
    asked: /持平|(?:没|无|不)变化?|一样|相同|\b(?:unchanged|same|flat)\b/gi,
    forms: ['持平', '无变化', '一致', '相同', '不变', '无差异'],
    opposed: [],
  },
  {
    asked: /一分没[花用]|没(?:有)?(?:花|用|安排|执行)|[为是](?:零|0)|\b(?:zero|unspent|not (?:spent|used))\b/gi,
    forms: ['未安排', '未使用', '无', '0万元', '0.00', '未', '没有', '不再'],
    opposed: [],
  },
]

function movesIn(text: string): Pick<WordQuestion, 'probes' | 'opposed'> & { readonly rest: string } {
  const found = MOVES.filter(({ asked }) => text.search(asked) >= 0)
  const [only] = found
  return {
    opposed: found.length === 1 && only ? only.opposed : [],
    rest: found.reduce((rest, { asked }) => rest.replace(asked, ' '), text),
    probes: found.map(({ forms }) => ({
      size: 2,
      byRarity: false,
      names: false,
      match: (flat) => (forms.some((form) => flat.includes(comparable(form))) ? 1 : 0),
    })),
  }
}
