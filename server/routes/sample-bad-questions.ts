import { ACCOUNTS, TERMS } from '../../ingest/classification/index.ts'
import type { Chance } from './sample-random.ts'

const LONGEST = 2000

/** What the patterns of a plan may stumble over where there is much of it. */
const PIECES = [
  ...[
    '1',
    '1,',
    '1,1',
    '0.',
    '.',
    ',',
    ' ',
    '\t',
    '\n',
    '-',
    '%',
    '1%',
    '12.5万元',
    '30231',
    '302 31 ',
    '1e9',
    '+',
    '|',
  ],
  ...[
    '一',
    '十',
    '百',
    '千万',
    '亿',
    '〇',
    '二〇二〇',
    '二〇二〇年',
    '2020',
    '2020年',
    '20',
    '年',
    '第',
    '负一',
    '壹佰',
  ],
  ...[
    '(',
    '()',
    '((',
    '（',
    '[',
    '【',
    '〔',
    '「',
    '《',
    '"',
    "'",
    '“',
    '<',
    '{{',
    '${',
    '\\',
    '/',
    '#',
    '*',
    '_',
    '`',
  ],
  ...[
    '多少',
    '几',
    '比上年',
    '占',
    '占比',
    '百分之几',
    '各',
    '和',
    '、',
    '的',
    '为什么',
    '实际',
    '目标',
    '车',
    '值',
    '前三',
  ],
  ...[
    '局',
    '县教育局',
    '州',
    '省',
    '谁',
    '哪个',
    '最高',
    '相差',
    '分别',
    '加起来',
    '截至',
    '台车',
    '预算',
    '决算',
    '执行率',
  ],
  ...['a', 'the ', 'how much ', 'how many ', 'share of ', 'what are the ', 'rise ', 'percent', 'which bureau ', "'s "],
  ...[
    '\u0301',
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u001b[2J',
    '\ufdfa',
    '㍿',
    '㏠',
    '½',
    '①',
  ],
  ...[
    '😀',
    '👩‍👩‍👧‍👦',
    '\ud800',
    '\udc00',
    '\ufffe',
    '\u{10ffff}',
    '\u0338',
    'İ',
    'ß',
    'ﬃ',
    '＂',
    '１',
    '\u2028',
    '\u0085',
  ],
] as const
const NAMES = [...ACCOUNTS.flatMap(({ name, synonyms }) => [name, ...synonyms]), ...TERMS.map(({ name }) => name)]
const CONTROLS =
  '\u0000\u0001\u0008\u000b\u001b\u007f\u0080\u009f\u00ad\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2069'

type Piece = (chance: Chance) => string

const piece: Piece = (chance) => PIECES[chance.number(PIECES.length)] ?? ''
const name: Piece = (chance) => NAMES[chance.number(NAMES.length)] ?? ''
const codePoint: Piece = (chance) => String.fromCodePoint(chance.number(0x110000))
const control: Piece = (chance) => CONTROLS[chance.number(CONTROLS.length)] ?? ''

/** As much of what `next` gives as a question may hold. */
function filled(next: () => string): string {
  let text = ''
  while (text.length < LONGEST) text += next() || ' '
  return text.slice(0, LONGEST)
}

const QUESTIONS: readonly [Piece, ...Piece[]] = [
  (chance) => {
    const one = codePoint(chance)
    return filled(() => one)
  },
  (chance) => {
    const one = piece(chance)
    return filled(() => one)
  },
  (chance) => {
    const one = `${piece(chance)}${piece(chance)}`
    return filled(() => one)
  },
  (chance) => {
    const [start, middle, end] = [name(chance), piece(chance), piece(chance)]
    return `${start}${filled(() => middle).slice(start.length + end.length)}${end}`
  },
  (chance) => filled(() => piece(chance)),
  (chance) => filled(() => `${name(chance)}${chance.pick(['和', '、', '', ' '])}`),
  (chance) => filled(() => `${name(chance)}${piece(chance)}`),
  (chance) => filled(() => codePoint(chance)),
  (chance) => `${name(chance)}${control(chance)}${control(chance)}是多少${control(chance)}`,
  (chance) => [...`${name(chance)}2031年是多少？`].map((character) => `${control(chance)}${character}`).join(''),
  (chance) => `${name(chance)}${'多少'.repeat(chance.number(5))}${piece(chance)}`,
]

/** For tests: a question of at most 2000 characters that nobody means, but that may be sent. */
export function badQuestion(chance: Chance): string {
  return chance.pick(QUESTIONS)(chance)
}
