import { describe, expect, test } from 'vitest'
import type { Fact } from '../../ingest/domain/fact.ts'
import { lines } from '../../ingest/domain/source.ts'
import { calculate } from './calculate/arithmetic.ts'
import { citeFact } from './citation.ts'
import type { Figure } from './contract.ts'
import type { DraftCitation } from './draft-citation.ts'
import type { DerivedFigure } from './evidence.ts'
import { corpusOf, figureOf } from './sample-figure.ts'
import { refuseShown } from './verify.ts'

describe('a reckoned figure', () => {
  const { store, facts } = corpusOf(
    ['接待费\t0.95', '三公\t9.65'],
    [
      { amount: { value: '0.95', unit: '万元', raw: '0.95' } },
      { amount: { value: '9.65', unit: '万元', raw: '9.65' }, source: lines(2) },
    ],
  )
  const [part, whole] = facts
  if (!part || !whole) throw new Error('no facts')
  const shown: DerivedFigure = {
    form: 'derived',
    role: 'answer',
    operation: 'share',
    operands: [part, whole],
    unit: null,
  }
  const cited = [citeFact(part, store, 1), citeFact(whole, store, 2)]
  const result = calculate('share', [part, whole])
  const input = (fact: Fact, name: string, citation: number) => ({ name, label: '', ...fact.amount, citation })
  const inputs = [input(part, 'a', 1), input(whole, 'b', 2)]
  const figure = figureOf(part, {
    value: result?.value ?? '',
    unit: '%',
    check: 'derived',
    citations: [1, 2],
    derivation: { expression: 'a / b × 100%', inputs },
  })
  const refuse = (change: Partial<Figure>, citations: readonly DraftCitation[] = cited, of: DerivedFigure = shown) =>
    refuseShown({ ...figure, ...change }, of, citations, store)
  const changed = (at: number, change: Partial<(typeof inputs)[number]>) => ({
    derivation: { expression: '', inputs: inputs.map((one, index) => (index === at ? { ...one, ...change } : one)) },
  })

  test('holds where its operands do and it comes out', () => {
    expect(figure.value).toBe('9.84')
    expect(refuse({})).toBeNull()
    expect(
      refuseShown(figureOf(part), { form: 'printed', role: 'answer', facts: [part], disputed: false }, cited, store),
    ).toBeNull()
  })

  test('is refused where it comes out otherwise, or in another unit, or for another organisation', () => {
    expect(refuse({ value: '9.85' })).toBe('value-differs')
    expect(refuse({ unit: '万元' })).toBe('unit-differs')
    expect(refuse({ organization: '别处' })).toBe('unit-of-government-differs')
    const impossible = { ...shown, operands: [part] as const }
    expect(refuse({}, cited, impossible)).toBe('value-differs')
  })

  test('is refused with any operand that does not hold', () => {
    expect(refuse(changed(1, { value: '9.66' }))).toBe('value-differs')
    expect(refuse(changed(0, { unit: '元' }))).toBe('unit-differs')
    expect(refuse(changed(0, { citation: 7 }))).toBe('no-citation')
    expect(refuse(changed(0, { citation: 2 }))).toBe('place-differs')
    expect(refuse({ derivation: { expression: '', inputs: inputs.slice(0, 1) } })).toBe('value-differs')
    const [first, second] = cited
    if (!first || !second) throw new Error('no citations')
    expect(refuse({}, [first, { ...second, lines: [1, 1] }])).toBe('raw-not-there')
    expect(refuse({}, [first, { ...second, documentId: 'gone' }])).toBe('document-gone')
  })

  test('is refused where an operand says another figure than its place', () => {
    const false_ = { ...whole, amount: { ...whole.amount, value: '9.60' } }
    const of: DerivedFigure = { ...shown, operands: [part, false_] }
    expect(refuse(changed(1, { value: '9.60' }), cited, of)).toBe('value-differs')
  })

  test('is refused under another year, basis, level or direction than its operands have', () => {
    expect(refuse({ fiscalYear: 2030 })).toBe('year-differs')
    expect(refuse({ basis: 'final_accounts' })).toBe('meaning-differs')
    expect(refuse({ level: 'unit' })).toBe('meaning-differs')
    expect(refuse({ stage: 'adjusted' })).toBe('meaning-differs')
    expect(refuse({ direction: 'up' })).toBe('meaning-differs')
  })

  test('is refused where an operand is of another year or organisation', () => {
    const of = (change: Partial<Fact>): DerivedFigure => ({ ...shown, operands: [part, { ...whole, ...change }] })
    expect(refuse({}, cited, of({ fiscalYear: 2030 }))).toBe('year-differs')
    expect(refuse({}, cited, of({ organization: '别处' }))).toBe('unit-of-government-differs')
    expect(refuse({}, cited, of({}))).toBeNull()
  })
})

describe('a figure worked back', () => {
  const { store, facts } = corpusOf(
    ['差旅费 9.65 万元，比上年减少 1.25 万元'],
    [
      { amount: { value: '9.65', unit: '万元', raw: '9.65' } },
      { amount: { value: '1.25', unit: '万元', raw: '1.25' }, kind: 'change', direction: 'down' },
    ],
  )
  const [level, change] = facts
  if (!level || !change) throw new Error('no facts')
  const shown: DerivedFigure = {
    form: 'derived',
    role: 'answer',
    operation: 'previous',
    operands: [level, change],
    unit: null,
  }
  const cited = [citeFact(level, store, 1), citeFact(change, store, 2)]
  const inputs = facts.map((fact, at) => ({ name: 'ab'[at] ?? '', label: '', ...fact.amount, citation: at + 1 }))
  const figure = figureOf(level, {
    value: '10.90',
    fiscalYear: 2030,
    basis: null,
    check: 'derived',
    citations: [1, 2],
    derivation: { expression: 'a + b', inputs },
  })

  test('is of the year before, and of no basis that is known', () => {
    expect(refuseShown(figure, shown, cited, store)).toBeNull()
    expect(refuseShown({ ...figure, fiscalYear: 2031 }, shown, cited, store)).toBe('year-differs')
    expect(refuseShown({ ...figure, basis: 'budget' }, shown, cited, store)).toBe('meaning-differs')
  })
})
