import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../ingest/domain/fact.ts'
import { lines } from '../../ingest/domain/source.ts'
import { citeFact } from './citation.ts'
import type { Figure } from './contract.ts'
import type { DraftCitation } from './draft-citation.ts'
import { corpusOf, figureOf } from './sample-figure.ts'
import { refuseFigure } from './verify.ts'

/** One printed figure with its citation, and what verification says of it when something is changed. */
function printed(raw: string, value: string, unit = '万元', line = `办公费\t${raw}`) {
  const { store, facts } = corpusOf([line], [{ amount: { value, unit, raw } }])
  const [fact] = facts
  if (!fact) throw new Error('no fact')
  const citation = citeFact(fact, store, 1)
  const refuse = (figure: Partial<Figure> = {}, cited: Partial<DraftCitation> = {}, of: Partial<Fact> = {}) =>
    refuseFigure(figureOf(fact, figure), { ...fact, ...of }, [{ ...citation, ...cited }], store)
  return { store, fact, citation, refuse }
}

const digits = fc.stringMatching(/^[1-9]\d{0,6}\.\d\d$/)
const changedDigit = fc
  .tuple(digits, fc.nat(), fc.integer({ min: 1, max: 9 }))
  .map(([value, place, by]): [string, string] => {
    const places = [...value].flatMap((character, at) => (character === '.' ? [] : [at]))
    const at = places[place % places.length] ?? 0
    return [value, `${value.slice(0, at)}${(Number(value[at]) + by) % 10}${value.slice(at + 1)}`]
  })

function withThousands(value: string): string {
  return value.replace(/\B(?=(?:\d{3})+\.)/g, ',')
}

describe('a printed figure', () => {
  test('holds as it stands in its source', () => {
    expect(printed('1,234.50', '1234.50').refuse()).toBeNull()
    expect(printed('-2.14', '-2.14').refuse()).toBeNull()
    expect(printed('96', '96', '%', '站点验收合格率 ≥96%').refuse()).toBeNull()
    expect(printed('17', '17', '座', '| 数量指标 | 新建站点（座） | ≥17 |').refuse()).toBeNull()
    expect(printed('8.70', '8.70', '万元', '公务用车运行费 8.70 万元，公务接待费 0.95 万元').refuse()).toBeNull()
  })

  test('holds whatever the figure, with thousands separators or without', () => {
    fc.assert(
      fc.property(digits, fc.boolean(), (value, grouped) => {
        const raw = grouped ? withThousands(value) : value
        expect(printed(raw, value).refuse()).toBeNull()
        expect(printed(`-${raw}`, `-${value}`).refuse()).toBeNull()
      }),
    )
  })

  test('is refused with any digit of its value changed', () => {
    fc.assert(
      fc.property(changedDigit, ([value, other]) => {
        expect(printed(value, value).refuse({ value: other })).toBe('value-differs')
      }),
    )
  })

  test('is refused with any digit of its fact or of the cited text changed', () => {
    fc.assert(
      fc.property(changedDigit, ([value, other]) => {
        const { refuse } = printed(value, value)
        expect(refuse({}, { raw: other })).toBe('raw-not-there')
        expect(refuse({ value: other }, { raw: other }, { amount: { value: other, unit: '万元', raw: other } })).toBe(
          'raw-not-there',
        )
        expect(refuse({ value: other }, {}, { amount: { value: other, unit: '万元', raw: value } })).toBe(
          'value-differs',
        )
      }),
    )
  })

  test('is refused with a digit more or less: it must stand there as a whole number', () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 9 }), (value, digit) => {
        const { refuse } = printed(value, value)
        for (const raw of [value.slice(1), value.slice(0, -1), `${digit}${value}`, `${value}${digit}`, `-${value}`]) {
          const amount = { value: raw, unit: '万元', raw }
          if (/^-?\d+(\.\d+)?$/.test(raw)) expect(refuse({ value: raw }, { raw }, { amount })).toBe('raw-not-there')
        }
      }),
    )
  })

  test('is refused without its sign', () => {
    const { refuse } = printed('-2.14', '-2.14')
    expect(refuse({ value: '2.14' })).toBe('value-differs')
    expect(refuse({ value: '2.14' }, { raw: '2.14' }, { amount: { value: '2.14', unit: '万元', raw: '2.14' } })).toBe(
      'raw-not-there',
    )
  })

  test('is as printed: other decimals or a thousands separator are another text', () => {
    const { refuse } = printed('1,234.50', '1234.50')
    for (const value of ['1234.5', '1234.500', '1,234.50', '01234.50', ''])
      expect(refuse({ value })).toBe('value-differs')
  })

  test('is refused in another unit, also where it claims to be converted', () => {
    const { refuse } = printed('8.70', '8.70')
    fc.assert(
      fc.property(fc.constantFrom('元', '千元', '亿元', '%', '人', ''), (unit) => {
        expect(refuse({ unit })).toBe('unit-differs')
        expect(refuse({ unit, check: 'derived' })).not.toBeNull()
      }),
    )
    expect(refuse({ unit: '人', check: 'derived' })).toBe('unit-differs')
    expect(refuse({ unit: '元', check: 'derived' })).toBe('value-differs')
  })

  test('may be converted exactly to another unit of money, and only exactly', () => {
    const { refuse } = printed('8.70', '8.70')
    expect(refuse({ value: '87000', unit: '元', check: 'derived' })).toBeNull()
    expect(refuse({ value: '0.00087', unit: '亿元', check: 'derived' })).toBeNull()
    expect(refuse({ value: '87001', unit: '元', check: 'derived' })).toBe('value-differs')
  })

  test('is refused of another year, organisation, basis, stage, level, kind, comparator or direction', () => {
    const { refuse } = printed('8.70', '8.70')
    expect(refuse({ fiscalYear: 2030 })).toBe('year-differs')
    expect(refuse({ fiscalYear: null })).toBe('year-differs')
    expect(refuse({ organization: '示例州水利局后勤中心' })).toBe('unit-of-government-differs')
    expect(refuse({ organization: '别处' }, {}, { organization: '别处' })).toBe('unit-of-government-differs')
    for (const change of [
      { basis: 'final_accounts' },
      { stage: 'initial' },
      { level: 'unit' },
      { kind: 'change' },
      { comparator: '<=' },
      { direction: 'down' },
    ] as const)
      expect(refuse(change)).toBe('meaning-differs')
  })

  test('is refused with other lines, unless the very same figure is what those lines are cited for', () => {
    const texts = ['封面', '办公费\t8.70', '水费\t8.70', '电费\t3.10']
    const { store, facts } = corpusOf(texts, [
      { amount: { value: '8.70', unit: '万元', raw: '8.70' }, source: lines(2) },
    ])
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    const at = (from: number, to = from) =>
      refuseFigure(figureOf(fact), fact, [{ ...citeFact(fact, store, 1), lines: [from, to] }], store)
    expect(at(2)).toBeNull()
    expect(at(1)).toBe('raw-not-there')
    expect(at(4)).toBe('raw-not-there')
    expect(at(5)).toBe('raw-not-there')
    expect(at(3)).toBe('place-differs')
    expect(at(1, 2)).toBe('place-differs')
    expect(at(0, 2)).toBe('raw-not-there')
    expect(at(3, 2)).toBe('raw-not-there')
  })

  test('is refused without a citation, with one that is missing, and with one of a document that is gone', () => {
    const { refuse } = printed('8.70', '8.70')
    expect(refuse({ citations: [] })).toBe('no-citation')
    expect(refuse({ citations: [1, 2] })).toBe('no-citation')
    expect(refuse({}, { documentId: 'gone' })).toBe('document-gone')
  })

  test('is refused where any further place prints another figure', () => {
    const texts = ['办公费\t8.70 万元', '办公费 87,000.00 元', '办公费 8.7 万元', '办公费 9.70 万元']
    const { store, facts } = corpusOf(texts, [{ amount: { value: '8.70', unit: '万元', raw: '8.70' } }])
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    const own = citeFact(fact, store, 1)
    const beside = (raw: string, line: number) =>
      refuseFigure(
        figureOf(fact, { citations: [1, 2] }),
        fact,
        [own, { ...own, id: 2, raw, lines: [line, line] }],
        store,
      )
    expect(beside('87,000.00', 2)).toBeNull()
    expect(beside('8.7', 3)).toBeNull()
    expect(beside('9.70', 4)).toBe('value-differs')
  })

  test('counts things, not powers of ten of them', () => {
    const { store, facts } = corpusOf(
      ['在职 29 人', '在职 290 人'],
      [{ amount: { value: '29', unit: '人', raw: '29' } }],
    )
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    const own = citeFact(fact, store, 1)
    const cited = [own, { ...own, id: 2, raw: '290', lines: [2, 2] satisfies [number, number] }]
    expect(refuseFigure(figureOf(fact, { citations: [1, 2] }), fact, cited, store)).toBe('value-differs')
  })
})

describe('a declared zero', () => {
  const note = '备注：2031 年没有政府性基金预算支出，本表为空表。'
  const { store, facts } = corpusOf(
    [note, '政府性基金预算支出\t0.00', '政府性基金预算支出\t5.00'],
    [{ amount: { value: '0', unit: '万元', raw: note }, origin: 'declared' }],
  )
  const [fact] = facts
  if (!fact) throw new Error('no fact')
  const own = citeFact(fact, store, 1)
  const refuse = (change: Partial<Figure>, cited: readonly DraftCitation[] = [own]) =>
    refuseFigure(figureOf(fact, { check: 'derived', ...change }), fact, cited, store)

  test('holds with the note as its citation, also beside a cell that prints the zero', () => {
    expect(refuse({})).toBeNull()
    expect(refuse({ citations: [1, 2] }, [own, { ...own, id: 2, raw: '0.00', lines: [2, 2] }])).toBeNull()
    expect(refuse({ value: '0', unit: '元' })).toBeNull()
  })

  test('is nothing but zero, in money, where the note stands', () => {
    expect(refuse({ value: '5' })).toBe('value-differs')
    expect(refuse({ unit: '人' })).toBe('unit-differs')
    expect(refuse({}, [{ ...own, raw: '2031 年没有政府采购' }])).toBe('raw-not-there')
    expect(refuse({ citations: [1, 2] }, [own, { ...own, id: 2, raw: '5.00', lines: [3, 3] }])).toBe('value-differs')
    const other = { ...fact, amount: { ...fact.amount, value: '5' } }
    expect(refuseFigure(figureOf(other), other, [own], store)).toBe('value-differs')
  })

  test('bears out a printed zero', () => {
    const zero = {
      ...fact,
      origin: 'cell',
      amount: { value: '0.00', unit: '万元', raw: '0.00' },
      source: lines(2),
    } as const
    const cited = [citeFact(zero, store, 1), { ...own, id: 2 }]
    expect(refuseFigure(figureOf(zero, { citations: [1, 2] }), zero, cited, store)).toBeNull()
  })
})
