import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Random = () => number

/** The made-up documents of the golden tests, whole: what is malformed here is made from them. */
const BASES = ['tables', 'facts'].flatMap((room) => {
  const folder = join(import.meta.dirname, room, 'golden')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
})
const HEAD = '青石县水务局2032年部门预算\n\n公务接待费 1.00 万元。\n\n'
/** Characters that readers look for. */
const MARKS = [...'|\t-—:：，。；、（）()<>#*"“”%≥≤=.,0123456789一二三年表\\\u0000\u3000\u200b\ufeff\r\n\f😀']

const upTo = (random: Random, most: number): number => Math.floor(random() * most)
const oneOf = <T>(things: readonly T[], random: Random, otherwise: T): T =>
  things[upTo(random, things.length)] ?? otherwise
/** Sizes of every order of magnitude alike. */
const size = (random: Random, most: number): number => Math.floor(most ** random())

function shuffled<T>(things: readonly T[], random: Random): T[] {
  return things
    .map((thing) => ({ thing, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing)
}

/** A piece put in at some place. */
function inserted(text: string, piece: string, random: Random): string {
  const at = upTo(random, text.length)
  return text.slice(0, at) + piece + text.slice(at)
}

/** What can go wrong with a text on its way. */
const DAMAGES: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, upTo(random, text.length)),
  (text, random) => text.slice(upTo(random, text.length)),
  (text, random) => shuffled(text.split('\n'), random).join('\n'),
  (text, random) => shuffled([...text], random).join(''),
  (text) => text.replaceAll('\n', ''),
  (text) => text.replaceAll('\n', '\n\n'),
  (text, random) => text.replaceAll(/[\t|]/g, oneOf(['\t', '|', ' ', '', '\n'], random, '')),
  (text, random) => text.replaceAll(oneOf(MARKS, random, '|'), oneOf(MARKS, random, '|')),
  (text, random) => text.repeat(1 + size(random, 12)),
  (text, random) =>
    text
      .split('\n')
      .map((line) => line.repeat(1 + upTo(random, 3)))
      .join('\n'),
  (text, random) => inserted(text, oneOf(MARKS, random, '|').repeat(size(random, 40_000)), random),
  (text, random) => inserted(text, String(upTo(random, 1e9)).repeat(size(random, 4000)), random),
  (text, random) => inserted(text, '<b>'.repeat(size(random, 5000)) + '</b>'.repeat(size(random, 5000)), random),
  (text, random) => inserted(text, '（'.repeat(size(random, 9000)) + '）'.repeat(size(random, 9000)), random),
  (text, random) =>
    inserted(text, `\n项目${'\t金额'.repeat(size(random, 4000))}\n水费${'\t1.2'.repeat(size(random, 4000))}\n`, random),
  (text, random) => inserted(text, `\n${'| 合计 '.repeat(size(random, 4000))}|\n`, random),
  (text, random) => inserted(text, '水费 1.20 万元，'.repeat(size(random, 4000)), random),
  (text, random) => inserted(text, '\n210\t水费\t1.20\n\n'.repeat(size(random, 2000)), random),
  (text, random) => {
    const noise = Array.from({ length: size(random, 500) }, () => oneOf(MARKS, random, '|'))
    return noise.reduce((result, mark) => inserted(result, mark, random), text)
  },
]

/** Ways to write a text down, right and wrong ones. */
const ENCODINGS: readonly ((text: string, random: Random) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'utf16le')]),
  (text, random) => Buffer.from(text).subarray(upTo(random, 4)),
  (text, random) => {
    const bytes = Buffer.from(text)
    for (let flips = size(random, 200); flips > 0; flips -= 1) bytes[upTo(random, bytes.length)] = upTo(random, 256)
    return bytes
  },
  (_, random) => Uint8Array.from({ length: size(random, 20_000) }, () => upTo(random, 256)),
  (text) => Buffer.from(`\u0000${text}`),
]

/** A file that is broken in one to four ways; the same for the same numbers. */
export function malformedFile(random: Random): Uint8Array {
  let text = HEAD + oneOf(BASES, random, '')
  for (let damages = 1 + upTo(random, 4); damages > 0; damages -= 1)
    text = oneOf(DAMAGES, random, (same) => same)(text, random).slice(0, LONGEST)
  return oneOf(ENCODINGS, random, (same) => Buffer.from(same))(text, random)
}

/** Damage upon damage may multiply; longer files are tried by shape, below. */
const LONGEST = 100_000

const filled = (piece: string) => (length: number) => HEAD + piece.repeat(Math.ceil(length / piece.length))
const below = (top: string, piece: string) => (length: number) => HEAD + top + piece.repeat(length / piece.length)

/**
 * Texts of so many characters that take a reader out of all proportion long where it goes over everything again for
 * each piece. The first ones once took a minute.
 */
export const HOSTILE_SHAPES: readonly (readonly [string, (length: number) => string])[] = [
  [
    'a page break after every row',
    below('表一 收支总表\n\n| 科目编码 | 科目名称 | 合计 |\n|---|---|---|\n', '| 210 | 卫生健康支出 | 1.23 |\n\n'),
  ],
  [
    'a table that begins again and again',
    filled('| 科目编码 | 科目名称 | 合计 |\n|---|---|---|\n| 210 | 卫生健康支出 | 1.23 |\n\n12\n\n'),
  ],
  [
    'thousands of columns',
    (length) => `${HEAD}项目${'\t金额'.repeat(length / 12)}\n${`水费${'\t1.2'.repeat(length / 12)}\n`.repeat(3)}`,
  ],
  [
    'thousands of columns astray',
    (length) => `${HEAD}项目${'\t金额'.repeat(length / 12)}\n水费${'\t1.2\t\t水'.repeat(length / 12)}\n`,
  ],
  [
    'a wide row above many',
    (length) => `${HEAD}项目${'\t金额'.repeat(length / 12)}\n${'水费\t1\n'.repeat(length / 10)}`,
  ],
  [
    'a header of blanks',
    (length) => `${HEAD}项目${'\t'.repeat(length / 2)}金额\n甲${'\t'.repeat(length / 2)}乙\n水费\t1.0\n`,
  ],
  ['thousands of rows', below('项目\t金额\n', '公务接待费\t1.23\n')],
  ['thousands of totals', below('项目\t金额\n', '合计\t1.00\n')],
  [
    'rows with words and figures astray',
    below('| 科目编码 | 科目名称 | 合计 | 基本支出 |\n|---|---|---|---|\n', '| 卫生 | 1.23 | 支出 | 1.23 | 支出 |\n'),
  ],
  ['figures without a full stop', filled('5%')],
  ['a paragraph of thousands of lines', filled('公务接待费支出 1.23 万元，\n')],
  ['one long line', filled('水')],
  ['short lines between blank ones', filled('水费\n\n')],
  ['合计 without end', filled('合计')],
  ['a number without end', filled('1234567890')],
  ['spaces without end', (length) => `${HEAD}水${' '.repeat(length)}费 1.0 万元`],
  ['nested brackets', (length) => `${HEAD}${'（'.repeat(length / 2)}1.00 万元${'）'.repeat(length / 2)}`],
  ['pipes', filled('|')],
  ['tags', filled('<b>水</b>')],
  ['names of bodies', filled('编制单位：新疆维吾尔自治区青石县水务局\n')],
  [
    'torn forms',
    filled(
      '项目支出绩效自评表\n项目名称 修渠\n二级指标 三级指标 分值 得分\n修渠长度\n>=12 公里 11 公里 20 18\n总分 100 98 分\n',
    ),
  ],
  ['torn forms without an end', filled('项目支出绩效自评表\n项目名称 修渠\n')],
  [
    'a torn form that is endless',
    below('项目支出绩效自评表\n项目名称 修渠\n二级指标 三级指标 分值 得分\n', '修渠长度\n>=12 公里 11 公里 20 18\n'),
  ],
]
