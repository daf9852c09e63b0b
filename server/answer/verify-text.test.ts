import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MemoryStore } from '../../ingest/index/memory-store.ts'
import { sampleDocument } from '../../ingest/index/sample-documents.ts'
import type { Figure } from './contract.ts'
import { numbersIn } from './numbers.ts'
import { standsThere, strayNumbers } from './verify.ts'

const digits = fc.stringMatching(/^[1-9]\d{0,6}\.\d\d$/)

const FIGURE: Figure = {
  role: 'answer',
  label: '办公费',
  value: '8.70',
  unit: '万元',
  organization: '示例州水利局',
  level: null,
  fiscalYear: 2031,
  basis: 'budget',
  stage: null,
  kind: 'level',
  comparator: null,
  direction: null,
  check: 'verified',
  citations: [1],
}

function readerOf(texts: readonly string[]): MemoryStore {
  const store = new MemoryStore()
  store.put({ ...sampleDocument({ id: 'd' }), lines: texts })
  return store
}

describe('numbers in a text', () => {
  test.each([
    ['1,234,567.89 万元', ['1234567.89']],
    ['2030,2031 年', ['2030', '2031']],
    ['1，365.79', ['1365.79']],
    ['差异率-44.28%', ['-44.28']],
    ['－44.28', ['-44.28']],
    ['−3', ['-3']],
    ['2030-2031 年', ['2030', '2031']],
    ['1月-12月', ['1', '12']],
    ['表3-2', ['3', '2']],
    ['A-3', ['3']],
    ['第1.2.3节', ['1.2', '3']],
    ['12,34,567', ['1234567']],
    ['没有数', []],
    ['', []],
  ])('%s', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers)
  })
})

describe('the place of a text', () => {
  const stands = (raw: string, texts: readonly string[], from = 1, to = texts.length) =>
    standsThere({ documentId: 'd', raw, lines: [from, to] }, readerOf(texts))

  test('a figure may be broken by the end of a line, and only there', () => {
    expect(stands('1,204.71', ['支出 1,20', '4.71 万元'])).toBe(true)
    expect(stands('1204.71', ['支出 1204.', '  71 万元'])).toBe(true)
    expect(stands('1204.71', ['支出 1,204', '.71 万元'])).toBe(true)
    expect(stands('1204.71', ['支出 1204', '万元 .71'])).toBe(false)
    expect(stands('204.71', ['支出 1,20', '4.71 万元'])).toBe(false)
    expect(stands('4.7', ['支出 1,20', '4.71 万元'])).toBe(false)
    expect(stands('3', ['共 12', '支出 4'])).toBe(false)
  })

  test('no more than twenty lines may be cited, all of them in the file', () => {
    const texts = Array.from({ length: 30 }, (_, at) => (at === 0 ? '办公费 8.70' : '无'))
    expect(stands('8.70', texts, 1, 20)).toBe(true)
    expect(stands('8.70', texts, 1, 21)).toBe(false)
    expect(stands('8.70', texts, 40, 41)).toBe(false)
  })

  test('words stand there without regard to wraps, mark-up and cell borders', () => {
    expect(stands('其他企业改革发展补助', ['其他企', '', '业改革发展补助'])).toBe(true)
    expect(stands('2031 年没有支出', ['<b>20', '31 年**没有**支出</b>'])).toBe(true)
    expect(stands('防汛 | 360.00 | 180.00', ['| 防汛 | | 360.00 | 180.00 |'])).toBe(true)
    expect(stands('≥95%', ['满意度 ≥95%'])).toBe(true)
    expect(stands('5%', ['满意度 ≥95%'])).toBe(false)
    expect(stands('达到 9', ['达到 95%'])).toBe(false)
    expect(stands('达到 9', ['达到 95%，后来达到 9 次'])).toBe(true)
    expect(stands('62 人', ['核定 10 | 62 人'])).toBe(true)
    expect(stands('没有这句', ['有那句'])).toBe(false)
  })

  test('nothing stands nowhere', () => {
    for (const raw of ['', ' ', '-', '|', '**', ',']) expect(stands(raw, ['办公费 8.70'])).toBe(false)
  })
})

describe('stray numbers', () => {
  const figures = [FIGURE]
  const stray = (text: string, quotations: readonly string[] = []) => strayNumbers(text, figures, quotations)

  test('figures, years, citation marks and quotations are none', () => {
    expect(stray('示例州水利局2031年预算：办公费 **8.70 万元**[1][12]。')).toEqual([])
    expect(stray('1998 年、2030-2031 年')).toEqual([])
    expect(stray('> 下降 9.09%，4.50 万元 [2]', ['下降 9.09%，4.50 万元'])).toEqual([])
    expect(stray('“2019年9999工程”：8.70', ['2019年9999工程'])).toEqual([])
    expect(stray('> 回答 9,999 [7] 万元 [1]', ['回答 9,999 [7] 万元'])).toEqual([])
  })

  test('any other number is one, quoted line or not', () => {
    expect(stray('办公费 8.7 万元')).toEqual(['8.7'])
    expect(stray('办公费 870 万元，共 3 项')).toEqual(['870', '3'])
    expect(stray('> 回答 9,999 万元')).toEqual(['9999'])
    expect(stray('2131 年')).toEqual(['2131'])
    expect(stray('-8.70')).toEqual(['-8.70'])
  })

  test('a number of a quotation stands in the quotation, not anywhere', () => {
    expect(stray('共 4.50 万元', ['下降 9.09%，4.50 万元'])).toEqual(['4.50'])
  })

  test('a quotation is no piece of a longer number', () => {
    expect(stray('共 612.5 万元', ['12'])).toEqual(['612.5'])
    expect(stray('共 12,500 万元', ['共 12'])).toEqual(['12500'])
    expect(stray('共 12.5 万元', ['共 12'])).toEqual(['12.5'])
    expect(stray('共 12 项，12', ['共 12'])).toEqual(['12'])
  })

  test('every number that is put into a clean text is found', () => {
    const clean = '示例州水利局2031年预算：办公费 **8.70 万元**[1]。'
    fc.assert(
      fc.property(
        fc
          .oneof(digits, fc.nat({ max: 99999 }).map(String))
          .filter((number) => number !== '8.70' && !/^(19|20)\d\d$/.test(number)),
        fc.constantFrom('前 X 后', '（X）', '，X。', '\n> X', '约X万元'),
        (number, place) => {
          expect(stray(`${clean}${place.replace('X', number)}`, ['示例州水利局', '办公费'])).toEqual([number])
        },
      ),
    )
  })
})
