import { afterAll, expect, test } from 'vitest'
import { answersOf, openSampleAsker } from './sample-asker.ts'

const { ask, close } = await openSampleAsker()
afterAll(close)

test('the parts of an amount that the documents do not part are refused, not answered with the amount', async () => {
  const whole = await ask('南华县教育局2031年基本工资是多少万元')
  const [{ value = '' } = {}] = answersOf(whole)
  expect(value).toBe('1518.27')
  const parts = await ask(`南华县教育局2031年基本工资${value}万元里，甲校和乙校各花了多少？`)
  expect(parts.status).toBe('not_found')
  expect(answersOf(parts)).toEqual([])
})
