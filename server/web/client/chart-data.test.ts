import { describe, expect, it } from 'vitest'
import type { Figure } from '../../answer/contract.ts'
import { chartData, drawnValue } from './chart-data.ts'
import { sampleAnswer, sampleFigure } from './sample-answer.ts'

const of = (...changes: readonly Partial<Figure>[]) =>
  chartData(sampleAnswer({ figures: changes.map((change) => sampleFigure(change)) }))
const laid = (...changes: readonly Partial<Figure>[]) => {
  const data = of(...changes)
  return (
    data && [
      data.kind,
      data.categories.map(({ name }) => name),
      data.series.map(({ name, figures }) => [name, figures.map((figure) => figure?.value)]),
    ]
  )
}

describe('what is drawn', () => {
  it('is years in their order where one thing is told of several', () => {
    expect(laid({ fiscalYear: 2032, value: '4' }, { fiscalYear: 2031, value: '3' })).toEqual([
      'trend',
      ['2031', '2032'],
      [['', ['3', '4']]],
    ])
  })

  it('is a line for each where several are told over the years, with gaps where one is not held', () => {
    const [a, b] = [{ organization: '青石县水务局' }, { organization: '黑石县水务局' }]
    expect(
      laid(
        { ...a, fiscalYear: 2031, value: '1' },
        { ...a, fiscalYear: 2032, value: '2' },
        { ...a, fiscalYear: 2033, value: '3' },
        { ...b, fiscalYear: 2031, value: '4' },
        { ...b, fiscalYear: 2033, value: '5' },
      ),
    ).toEqual([
      'trend',
      ['2031', '2032', '2033'],
      [
        ['青石县水务局', ['1', '2', '3']],
        ['黑石县水务局', ['4', undefined, '5']],
      ],
    ])
  })

  it('keeps the order of a ranking, and names what tells its rows apart', () => {
    expect(
      laid(
        { organization: '青石县水务局', fiscalYear: 2031, value: '9' },
        { organization: '黑石县水务局', fiscalYear: 2030, value: '8' },
      ),
    ).toEqual(['comparison', ['青石县水务局', '黑石县水务局'], [['', ['9', '8']]]])
  })

  it('tells in the table what the short names of the rows leave out', () => {
    const data = of({ label: '甲', stage: 'initial' }, { label: '乙', level: 'department' })
    expect([data?.named, data?.others]).toEqual([['label'], ['level', 'basis']])
    expect(data?.categories).toEqual([
      { name: '甲', rest: ['单位', '年初预算'] },
      { name: '乙', rest: ['部门', '预算'] },
    ])
  })

  it('is parts beside each other, and budget beside accounts', () => {
    expect(laid({ label: '甲' }, { label: '乙' })).toEqual(['comparison', ['甲', '乙'], [['', ['3.50', '3.50']]]])
    expect(
      laid(
        { label: '甲', value: '1' },
        { label: '乙', value: '2' },
        { label: '甲', basis: 'final_accounts', value: '3' },
        { label: '乙', basis: 'final_accounts', value: '4' },
      ),
    ).toEqual([
      'comparison',
      ['甲', '乙'],
      [
        ['预算', ['1', '2']],
        ['决算', ['3', '4']],
      ],
    ])
  })

  it('is of one unit and one kind: a difference stays out of what it is the difference of', () => {
    const data = of({ fiscalYear: 2031 }, { fiscalYear: 2032 }, { kind: 'change', fiscalYear: 2032, value: '1' })
    expect(data?.series[0]?.figures).toHaveLength(2)
  })

  it.each([
    ['one figure', [{}]],
    ['a figure beside its context', [{}, { role: 'context', label: '乙' }]],
    ['other units', [{ label: '甲' }, { label: '乙', unit: '%' }]],
    [
      'limits',
      [
        { label: '甲', comparator: '<=' },
        { label: '乙', comparator: '>=' },
      ],
    ],
    ['two figures for the very same thing', [{ value: '1' }, { value: '2' }]],
    ['two figures for the very same thing among others', [{ value: '1' }, { value: '2' }, { label: '乙' }]],
    [
      'words',
      [
        { label: '甲', value: '无' },
        { label: '乙', value: '多' },
      ],
    ],
  ] satisfies readonly (readonly [string, readonly Partial<Figure>[]])[])('is nothing for %s', (_, changes) => {
    expect(of(...changes)).toBeNull()
  })
})

it('draws a decrease below zero', () => {
  expect(drawnValue(sampleFigure({ kind: 'change', direction: 'down', value: '2.5' }))).toBe(-2.5)
})
