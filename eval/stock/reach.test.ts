import { expect, test } from 'vitest'
import { SOURCES, sampleQuestion } from '../sample-answer.ts'
import { reachOf } from './reach.ts'

const evidence = (...places: [line: number, raw: string][]) =>
  places.map(([line, raw]) => ({ doc: '010', lines: [line, line], raw }))

test('one place is enough for the ceiling; the whole needs every different figure, once', async () => {
  const questions = [
    sampleQuestion({ id: 'one of one', evidence: evidence([4, '6.20']) }),
    sampleQuestion({ id: 'one of two that say the same', evidence: evidence([4, '6.20'], [7, '6.2']) }),
    sampleQuestion({ id: 'one of two that differ', evidence: evidence([4, '6.20'], [7, '5.20']) }),
    sampleQuestion({ id: 'none', evidence: evidence([7, '5.20']) }),
    sampleQuestion({ id: 'nothing to find', evidence: [] }),
    sampleQuestion({ id: 'elsewhere', evidence: [{ doc: '999', lines: [4, 4], raw: '6.20' }] }),
  ]
  const reach = await reachOf(questions, async () => [{ file: '010_some-county.txt', from: 3, to: 5 }], SOURCES)
  expect(reach.any).toEqual(['one of one', 'one of two that say the same', 'one of two that differ', 'nothing to find'])
  expect(reach.whole).toEqual(['one of one', 'one of two that say the same', 'nothing to find'])
})
