import { describe, expect, test } from 'vitest'
import type { Fact } from '../../ingest/domain/fact.ts'
import { fakeFact } from '../lookup/fake-corpus.ts'
import { calculate } from './calculate/arithmetic.ts'
import type { PrintedFigure } from './evidence.ts'
import { recheck } from './recheck.ts'
import { recomputed } from './recompute.ts'

type Direction = Fact['direction']

const QUOTE = '差旅费 9.65 万元，比上年减少 1.25 万元，下降 11.47%。'
let made = 0
/** A figure told in a sentence on travel expenses. */
function told(kind: Fact['kind'], value: string, unit: string, change: Partial<Fact> = {}): Fact {
  made += 1
  return fakeFact('d', made, {
    kind,
    amount: { value, unit, raw: value },
    measure: { name: '差旅费', classification: 'economic', code: '30211' },
    facet: kind === 'rate' || kind === 'change' ? ['比上年'] : [],
    origin: 'sentence',
    quote: QUOTE,
    ...change,
  })
}

/** Rate, change and level as one sentence tells them. */
function story(rate: string, change: string, level: string, direction: Direction = 'down', unit = '万元') {
  const stated = told('rate', rate, '%', { direction })
  return { stated, held: [stated, told('change', change, unit, { direction }), told('level', level, unit)] }
}

/** What a stated percentage comes to; null where it holds or cannot be told. */
function otherwise(stated: Fact, held: readonly Fact[]) {
  const figure = recomputed(stated, held)
  return figure && calculate(figure.operation, figure.operands)?.value
}

describe('a stated rate of change', () => {
  test.each<[string, string, string, string, Direction, string?]>([
    ['as it comes out', '11.47', '1.25', '9.65', 'down'],
    ['just within rounding of the money', '11.52', '1.25', '9.65', 'down'],
    ['with fewer decimals', '11.5', '1.25', '9.65', 'down'],
    ['of rounded money: 0.05 stands for 0.045 to 0.055', '5.5', '0.05', '1.05', 'up'],
    ['up', '14.88', '1.25', '9.65', 'up'],
    ['in integer yuan', '25', '5000', '25000', 'up', '元'],
    ['from nothing', '100', '9.65', '9.65', 'up'],
  ])('%s: holds', (_, rate, change, level, direction, unit = '万元') => {
    const { stated, held } = story(rate, change, level, direction, unit)
    expect(otherwise(stated, held)).toBeNull()
  })

  test.each<[string, string, string, string, Direction, string]>([
    ['a slip of digits', '14.17', '1.25', '9.65', 'down', '11.47'],
    ['against this year instead of the last', '12.95', '1.25', '9.65', 'down', '11.47'],
    ['just beyond rounding', '11.53', '1.25', '9.65', 'down', '11.47'],
    ['integer money is not rounded to whole units', '24', '1', '5', 'up', '25.00'],
    ['up told as down', '14.88', '1.25', '9.65', 'down', '11.47'],
  ])('%s: comes to another', (_, rate, change, level, direction, value) => {
    const { stated, held } = story(rate, change, level, direction)
    expect(otherwise(stated, held)).toBe(value)
  })

  test('says nothing where an operand is missing, of another unit or without a direction', () => {
    const { stated, held } = story('50', '1.25', '9.65')
    const [, change, level] = held
    if (!change || !level) throw new Error('no operands')
    expect(otherwise(stated, [stated, level])).toBeNull()
    expect(otherwise(stated, [stated, change])).toBeNull()
    expect(otherwise(stated, [stated, { ...change, direction: null }, level])).toBeNull()
    expect(otherwise(stated, [stated, change, told('level', '96500', '元')])).toBeNull()
    expect(otherwise(stated, held)).toBe('11.47')
  })

  test.each<[string, Partial<Fact>]>([
    ['document', { documentId: 'other' }],
    ['year', { fiscalYear: 2030 }],
    ['basis', { basis: 'final_accounts' }],
    ['stage', { stage: 'adjusted' }],
    ['table', { role: 'basic_expenditure' }],
    ['project', { project: '防汛' }],
    ['kind of place', { origin: 'cell' }],
    ['measure', { measure: { name: '水费', classification: 'economic', code: '30205' } }],
    ['column', { facet: ['人员经费'] }],
  ])('is not held against a level of another %s', (_, other) => {
    const { stated, held } = story('50', '1.25', '9.65')
    expect(
      otherwise(
        stated,
        held.map((fact) => (fact.kind === 'level' ? { ...fact, ...other } : fact)),
      ),
    ).toBeNull()
  })

  test('is held against its own sentence first', () => {
    const { stated, held } = story('11.47', '1.25', '9.65')
    const apart = { quote: '另一句。', source: { kind: 'lines', from: 2, to: 2 } } as const
    const elsewhere = [told('change', '5', '万元', { ...apart, direction: 'down' }), told('level', '20', '万元', apart)]
    expect(otherwise(stated, [...elsewhere, ...held])).toBeNull()
  })

  test('that is no rate against the year before is not reckoned', () => {
    const { stated, held } = story('50', '1.25', '9.65')
    expect(otherwise({ ...stated, facet: [] }, held)).toBeNull()
  })
})

describe('a stated share', () => {
  const part = told('level', '2.00', '万元')
  const whole = told('level', '8.00', '万元', { measure: { name: '支出合计', classification: null, code: null } })
  const share = (value: string, of: string | null = '支出合计') => told('share', value, '%', { of })

  test.each([
    ['25', null],
    ['25.0', null],
    ['25.1', null],
    ['26', '25.00'],
    ['2.5', '25.00'],
  ])('of a printed whole: %s%%', (value, comes) => {
    const stated = share(value)
    expect(otherwise(stated, [stated, part, whole])).toBe(comes)
  })

  test('of a whole that is not named, not printed, or of another table says nothing', () => {
    for (const [stated, all] of [
      [share('26', null), whole],
      [share('26', '收入合计'), whole],
      [share('26'), { ...whole, basis: 'final_accounts' as const }],
      [share('26'), { ...whole, stage: 'adjusted' as const }],
      [share('26'), { ...whole, role: 'basic_expenditure' as const }],
      [share('26'), { ...whole, amount: { value: '80000', unit: '元', raw: '80000' } }],
      [share('26'), { ...whole, amount: { value: '0', unit: '万元', raw: '0' } }],
    ] as const)
      expect(otherwise(stated, [stated, part, all])).toBeNull()
  })
})

describe('a figure that is answered', () => {
  const { stated, held } = story('14.17', '1.25', '9.65')
  const figure: PrintedFigure = { form: 'printed', role: 'answer', facts: [stated], disputed: false }

  test('is disputed where it does not follow, with what it comes to beside it', () => {
    const checked = recheck([figure], held)
    expect(checked.figures).toMatchObject([
      { form: 'printed', role: 'answer', disputed: true },
      { form: 'derived', role: 'context', operation: 'rate' },
      { form: 'printed', role: 'context', disputed: false },
      { form: 'printed', role: 'context', disputed: false },
    ])
    expect(checked.cautions).toEqual([{ kind: 'recomputed', fact: stated }])
  })

  test('is left alone as context, or where it is disputed already', () => {
    for (const change of [{ role: 'context' }, { disputed: true }] as const)
      expect(recheck([{ ...figure, ...change }], held)).toEqual({ figures: [{ ...figure, ...change }], cautions: [] })
  })

  test('that holds is left alone', () => {
    const right = story('11.47', '1.25', '9.65')
    const holds: PrintedFigure = { ...figure, facts: [right.stated] }
    expect(recheck([holds], right.held)).toEqual({ figures: [holds], cautions: [] })
  })
})
