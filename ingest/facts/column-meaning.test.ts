import { describe, expect, it } from 'vitest'
import { stageIn } from './column-meaning.ts'
import { identity } from './sample-sentence.ts'

describe('stageIn', () => {
  it.each([
    ['上年决算数', { fiscalYear: 2031, basis: 'final_accounts' }],
    ['上年预算数', { fiscalYear: 2031, basis: 'budget' }],
    ['全年预算数', { basis: 'budget', stage: 'adjusted' }],
    ['全年执行数', { basis: 'final_accounts' }],
    ['金额', {}],
  ])('reads %s', (words, time) => {
    expect(stageIn(words, identity)).toEqual(time)
  })

  it('tells the first plan apart only where accounts quote it', () => {
    expect(stageIn('年初预算数', identity)).toEqual({ basis: 'budget', stage: null })
    expect(stageIn('年初预算数', { ...identity, basis: 'final_accounts' })).toEqual({
      basis: 'budget',
      stage: 'initial',
    })
  })
})
