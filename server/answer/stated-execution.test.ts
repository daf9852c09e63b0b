import { expect, test } from 'vitest'
import { openSampleIndex } from '../sample-index.ts'
import { executedOtherwise } from './stated-execution.ts'

async function factsOf(sentence: string) {
  const text = `青石县水务局2032年部门决算\n\n第一部分 决算情况说明\n\n一、一般公共预算财政拨款支出决算情况\n\n${sentence}\n`
  const { door, close } = await openSampleIndex([{ file: 'water.txt', text }])
  const index = await door.current()
  const facts = index.documents().flatMap(({ id }) => index.facts(id))
  close()
  return { facts, stated: facts.find(({ kind }) => kind === 'rate') }
}

test('a rate of a budget of nothing is shown to be one of the other budget', async () => {
  const { facts, stated } = await factsOf(
    '一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。',
  )
  const found = stated && executedOtherwise(stated, facts)
  expect(found?.figure.operands.map(({ amount }) => amount.value)).toEqual(['307.82', '321.02'])
  expect(found?.operands.map(({ amount }) => amount.value)).toEqual(['0', '321.02', '307.82'])
})

test.each([
  ['follows from its operands', '支出年初预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。'],
  ['has no operands', '支出完成年初预算的95.89%。'],
])('a rate that %s is left alone', async (_, sentence) => {
  const { facts, stated } = await factsOf(sentence)
  expect(stated && executedOtherwise(stated, facts)).toBeNull()
})
