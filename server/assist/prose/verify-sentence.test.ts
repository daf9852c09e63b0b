import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHINESE_WORDS, ENGLISH_WORDS } from './lexicon.ts'
import { saysNumber } from './numerals.ts'
import { SAMPLE_SUBJECTS, sampleFigure } from './sample-subjects.ts'
import type { Subjects } from './subjects.ts'
import { proveSentence } from './verify-sentence.ts'
import { Vocabulary } from './vocabulary.ts'

/** "proven", or why the sentence goes. */
function outcome(sentence: string, subjects: Subjects = SAMPLE_SUBJECTS): string {
  const proven = proveSentence(sentence, subjects, new Vocabulary(subjects))
  return typeof proven === 'string' ? proven : 'proven'
}

const PROVEN = [
  '根据{{f1.frame}}，{{f1.label}}为{{f1}}。',
  '青石县水务局{{f1.year}}年预算安排会议费{{f1}}。',
  '县水务局的会议费为{{f1}}，培训费为{{f2}}。',
  '会议费和培训费分别为{{f1}}和{{f2}}。',
  '{{f1}}用于{{f1.label}}，{{f2}}用于{{f2.label}}。',
  '{{f3.label}}为{{f3}}。',
  '{{f1.label}}{{f1}}，{{f2.label}}{{f2}}。',
  '与上年相比，{{f3.label}}，减少了{{f3}}。',
  '一般公共预算基本支出中，会议费为{{f1}}，这是预算数，并非实际支出。',
  '商品和服务支出中的会议费为 {{f1}}',
  'According to {{f1.frame}}, {{f1.label}} is {{f1}}.',
  'The Qingshi water bureau planned {{f1}} for {{f1.label}} in {{f1.year}}, and {{f2}} for {{f2.label}}.',
  '{{f1.frame}}说明，原因是改开视频会议{{p1}}。',
  '原因是改开视频会议，不再安排外出会议{{p1}}。',
]

describe('a sentence that says what is so', () => {
  test.each(PROVEN)('is kept: %s', (sentence) => {
    const subjects = sentence.includes('{{f1.frame}}说明') ? '{{p1.frame}}说明，原因是改开视频会议{{p1}}。' : sentence
    expect(outcome(subjects)).toBe('proven')
  })
})

describe('a number that is no slot', () => {
  test.each([
    '会议费为6.20万元。',
    '会议费为{{f1}}，即62000元。',
    '会议费为{{f1}}，即６.２万元。',
    '会议费为{{f1}}，即六万二千元。',
    '会议费为{{f1}}，即陆万贰仟元整。',
    '会议费为{{f1}}，占支出的一成。',
    '会议费为{{f1}}，占半数。',
    '会议费为{{f1}}，是培训费的两倍。',
    '会议费为{{f1}}，过半。',
    '会议费约{{f1}}。',
    '会议费近{{f1}}。',
    '会议费超过{{f1}}。',
    '会议费不足{{f1}}。',
    '会议费为{{f1}}左右。',
    '会议费为{{f1}}以上。',
    '会议费为{{f1}}万。',
    '会议费为{{f1}}亿元。',
    '会议费为{{f1}}0。',
    '会议费为1{{f1}}。',
    '会议费为-{{f1}}。',
    '会议费为负{{f1}}。',
    '会议费为0.{{f1}}。',
    '会议费为{{f1}}%。',
    '会议费为{{f1}}①。',
    '会议费为{{f1}}Ⅵ。',
    '会议费为{{f1}}٦。',
    '会议费为{{f1}}〡。',
    '会议费为{{f1}}㈥。',
    '会议费为6\u200b2万元，见{{f1}}。',
    '会议费全部为{{f1}}。',
    '会议费为{{f1}}，翻番。',
    '会议费为{{f1}}，没有其他支出。',
    'The meeting cost, 会议费, is {{f1}}, about six.',
    '会议费 is {{f1}}, or sixty-two thousand yuan.',
    '会议费 is {{f1}}, a third of it.',
    '会议费 is {{f1}}, and doubled.',
    '会议费 is nearly {{f1}}.',
    '会议费 is more than {{f1}}.',
    '会议费 is {{f1}} million.',
    '会议费 is {{f1}} VI.',
    '会议费 is {{f1}} liu wan.',
    '会议费 is {{f1}} twelve.',
    '会议费 is {{f1}} sechs.',
    '会议费 is {{f1}} sіx.',
  ])('makes it go: %s', (sentence) => {
    expect(outcome(sentence)).not.toBe('proven')
  })
})

describe('what is not so of its figure', () => {
  test.each([
    // whose
    ['黑石县水务局的会议费为{{f1}}。', 'word'],
    ['青石县财政局的会议费为{{f1}}。', 'word'],
    // which year
    ['根据二〇三二年预算，会议费为{{f1}}。', 'sign'],
    ['去年的会议费为{{f1}}。', 'word'],
    ['上年会议费为{{f1}}。', 'disagrees'],
    // planned or spent
    ['会议费决算为{{f1}}。', 'disagrees'],
    ['实际支出的会议费为{{f1}}。', 'disagrees'],
    ['The bureau spent {{f1}} on {{f1.label}}.', 'disagrees'],
    // up or down
    ['会议费增加了{{f1}}。', 'disagrees'],
    ['{{f3.label}}，增加了{{f3}}。', 'disagrees'],
    ['{{f3.label}} rose by {{f3}}.', 'disagrees'],
    ['会议费为{{f1}}，并有增长。', 'disagrees'],
    ['会议费为{{f1}}，增长。', 'disagrees'],
    // what it is
    ['培训费为{{f1}}。', 'disagrees'],
    ['{{f2.label}}为{{f1}}，{{f1.label}}为{{f2}}。', 'disagrees'],
    ['会议费和培训费分别为{{f2}}和{{f1}}。', 'disagrees'],
    ['会议费为{{f1}}、{{f2}}。', 'unnamed'],
    ['办公费为{{f1}}。', 'word'],
    ['会议费为{{f3}}。', 'disagrees'],
    ['项目支出中的会议费为{{f1}}。', 'disagrees'],
    ['“三公”经费中的会议费为{{f1}}。', 'disagrees'],
    ['会议费合计{{f1}}。', 'disagrees'],
    ['会议费占{{f1}}。', 'disagrees'],
    ['{{f1}}。', 'unnamed'],
    ['会议费收入为{{f1}}。', 'disagrees'],
    ['会议费和为{{f1}}。', 'disagrees'],
    ['{{f1.label}} is {{f1}} in revenue.', 'disagrees'],
    // limits, and amounts made of amounts
    ['会议费为{{f1}}以内。', 'word'],
    ['会议费为{{f1}}中。', 'beside-value'],
    ['会议费在{{f1}}里。', 'beside-value'],
    ['会议费为{{f1}}下。', 'word'],
    ['会议费为{{f1}}或{{f2}}。', 'word'],
    ['会议费为{{f1}}和{{f1}}。', 'adjacent-slots'],
    ['{{f1.label}} is under {{f1}}.', 'beside-value'],
    ['{{f1.label}} is {{f1}} a year.', 'beside-value'],
    ['{{f1.label}} is {{f1}} of the budget.', 'beside-value'],
    ['会议费没有增加，为{{f1}}。', 'word'],
    ['会议费居首，为{{f1}}。', 'word'],
    ['财政部门的会议费为{{f1}}。', 'word'],
    // of nothing
    ['会议费为{{f9}}。', 'slot'],
    ['会议费为{{p1.label}}。', 'slot'],
    ['会议费是预算安排的。', 'no-slot'],
    ['会议费为{{f1}}{{f1}}。', 'adjacent-slots'],
    ['会议费为{{f1}}年。', 'beside-value'],
    ['{{f1.year}}人，会议费为{{f1}}。', 'word'],
    ['{{f1.year}}资金中会议费为{{f1}}。', 'disagrees'],
    // tricks
    ['会议费为**{{f1}}**。', 'sign'],
    ['会议费为{{f1}}[2]。', 'sign'],
    ['<b>会议费</b>为{{f1}}。', 'sign'],
    ['会议费为{{f1}}，见 http://x.example。', 'sign'],
    ['会议费为{{{f1}}}。', 'sign'],
    ['会议费为{{f1\u200b}}。', 'sign'],
    ['会议\u200b费为{{f1}}。', 'sign'],
    ['会议费为\u0001{{f1}}。', 'sign'],
    // passages
    ['原因是改开现场会议{{p1}}。', 'word'],
    ['原因是再安排外出会议{{p1}}。', 'word'],
    ['原因是安排外出会议{{p1}}。', 'word'],
    ['原因是视频会议减少{{p1}}。', 'disagrees'],
    ['比上年减少视频会议{{p1}}。', 'turned'],
    ['会议费比上年增加{{p1}}。', 'disagrees'],
    ['节约了二十万元{{p1}}。', 'word'],
    ['{{p1.frame}}的会议费减少{{f1}}{{p1}}。', 'adjacent-slots'],
    ['原因是改开视频会议，{{f1.frame}}{{p1}}。', 'disagrees'],
  ])('makes it go: %s (%s)', (sentence, refusal) => {
    expect(outcome(sentence)).toBe(refusal)
  })

  test('makes it go where it takes money received for money paid out, one unit for a department, the adjusted budget for the first', () => {
    const one = { level: 'unit', stage: 'adjusted' } as const
    const subjects = {
      figures: [sampleFigure(1, { fact: one, label: '事业收入', names: ['事业收入'], surroundings: [] })],
      passages: [],
    }
    expect(outcome('单位预算的收入中，事业收入为{{f1}}。', subjects)).toBe('proven')
    expect(outcome('部门预算中，事业收入为{{f1}}。', subjects)).toBe('disagrees')
    expect(outcome('支出中，事业收入为{{f1}}。', subjects)).toBe('disagrees')
    expect(outcome('年初预算中，事业收入为{{f1}}。', subjects)).toBe('disagrees')
  })

  test('makes it go where figures differ in whose they are, and a figure is told without', () => {
    const other = {
      organization: '黑石县水务局',
      frame: '黑石县水务局2031年预算',
      fact: { organization: '黑石县水务局' },
    }
    const subjects = { figures: [sampleFigure(1), sampleFigure(2, other)], passages: [] }
    expect(outcome('青石县水务局会议费为{{f1}}，黑石县水务局为{{f2}}。', subjects)).toBe('proven')
    expect(outcome('青石县水务局会议费为{{f2}}，黑石县水务局为{{f1}}。', subjects)).toBe('disagrees')
    expect(outcome('会议费为{{f1}}。', subjects)).toBe('unnamed')
    expect(outcome('{{f2.frame}}会议费为{{f1}}。', subjects)).toBe('disagrees')
  })

  test('makes it go where figures differ in year and basis, and it takes one for the other', () => {
    const spent = sampleFigure(2, { fact: { fiscalYear: 2030, basis: 'final_accounts' } })
    const subjects = { figures: [sampleFigure(1), spent], passages: [] }
    expect(outcome('会议费{{f1.year}}年预算为{{f1}}，{{f2.year}}年决算为{{f2}}。', subjects)).toBe('proven')
    expect(outcome('会议费{{f2.year}}年预算为{{f1}}，{{f1.year}}年决算为{{f2}}。', subjects)).toBe('disagrees')
    expect(outcome('会议费{{f1.year}}年决算为{{f1}}，{{f2.year}}年预算为{{f2}}。', subjects)).toBe('disagrees')
    expect(outcome('会议费{{f1.year}}年预算为{{f1}}，另有{{f2}}。', subjects)).toBe('unnamed')
  })
})

/** A place between two characters of a sentence. */
function inserted(sentence: string, at: number, words: string): string {
  const letters = [...sentence]
  const place = at % (letters.length + 1)
  return [...letters.slice(0, place), words, ...letters.slice(place)].join('')
}

const AMOUNTS = ['六万二千元', '一成', '半数', '两倍', '过半', '三分之二', '壹佰', '万元', '亿', '元', '人', '百分之五']
const WORDS_OF_AMOUNT = [
  'six',
  'a third',
  'half',
  'doubled',
  'twelve million',
  'about',
  'VI',
  'percent',
  'yuan',
  'twice',
]
const DIGITS = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom(...'０１２３４５６７８９٠١٢٣٦۶६৬६Ⅳⅵ①⑥㈥㊅½²₆〇〡〢🔟'),
)

describe('whatever is put into a proven sentence', () => {
  const FIGURE_SENTENCES = PROVEN.filter((sentence) => !sentence.includes('{{p1}}'))
  const anySentence = fc.constantFrom(...FIGURE_SENTENCES)

  test('a digit of any script makes it go, or leaves its slots as they were', () => {
    fc.assert(
      fc.property(anySentence, fc.nat(200), DIGITS, (sentence, at, digit) => {
        expect(outcome(inserted(sentence, at, digit))).not.toBe('proven')
      }),
      { numRuns: 2000 },
    )
  })

  test('an amount or a unit in words makes it go', () => {
    fc.assert(
      fc.property(anySentence, fc.nat(200), fc.constantFrom(...AMOUNTS, ...WORDS_OF_AMOUNT), (sentence, at, words) => {
        expect(outcome(inserted(sentence, at, words))).not.toBe('proven')
      }),
      { numRuns: 2000 },
    )
  })

  test('the slots of two figures changed for each other make it go', () => {
    for (const sentence of FIGURE_SENTENCES.filter((proven) => /\{\{f1\}\}/.test(proven))) {
      const swapped = sentence.replace(/\{\{f([12])\}\}/g, (_, number) => `{{f${number === '1' ? 2 : 1}}}`)
      expect(outcome(swapped), swapped).not.toBe('proven')
    }
  })

  test.each([
    [/预算/g, '决算'],
    [/减少/g, '增加'],
    [/会议费/g, '办公费'],
    [/青石县水务局|县水务局/g, '黑石县水务局'],
    [/planned/g, 'spent'],
    [/f1\.year/g, 'f9.year'],
  ])('%s for %s makes it go', (from, to) => {
    const touched = FIGURE_SENTENCES.filter((sentence) => sentence.replace(from, to) !== sentence)
    expect(touched.length).toBeGreaterThan(0)
    for (const sentence of touched) expect(outcome(sentence.replace(from, to)), sentence).not.toBe('proven')
  })

  test('any text at all is refused or proven, quickly and without a number of its own', () => {
    const bit = fc.oneof(
      fc.string(),
      fc.constantFrom('{{f1}}', '{{f1.label}}', '会议费', '为', '预算', '。', '6', '六'),
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
        const sentence = bits.join('')
        if (outcome(sentence) !== 'proven') return
        expect(saysNumber(sentence.replace(/\{\{\s*[fp]\d(?:\.\w+)?\s*\}\}/g, ''))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

test('no word of the lexicon says a number', () => {
  const words = [
    ...Object.values(CHINESE_WORDS).flatMap((list) => list.split(/\s+/)),
    ...Object.values(ENGLISH_WORDS).flatMap((list) => list.split(',')),
  ]
  expect(words.filter((word) => saysNumber(word.trim()))).toEqual([])
})
