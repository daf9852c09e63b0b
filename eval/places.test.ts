import { describe, expect, test } from 'vitest'
import { isAmong, placesOf, rankOfEvidence } from './places.ts'
import { SOURCES } from './sample-answer.ts'

const place = (from: number, to = from, file = 'a.txt') => ({ file, from, to })

test('evidence is placed in the files held; pages and other documents are left out', () => {
  const evidence = [
    { doc: '010', lines: [4, 5] satisfies [number, number], raw: '6.20' },
    { doc: '010', pages: [1, 1] satisfies [number, number], raw: '6.20' },
    { doc: '999', lines: [4, 5] satisfies [number, number], raw: '6.20' },
  ]
  expect(placesOf(evidence, SOURCES)).toEqual([{ file: '010_some-county.txt', from: 4, to: 5 }])
})

describe('a passage stands where the evidence does', () => {
  test.each([
    ['on the same line', place(4), place(4), true],
    ['around it', place(1, 9), place(4, 5), true],
    ['touching its end', place(5, 8), place(4, 5), true],
    ['just before it', place(1, 3), place(4, 5), false],
    ['just behind it', place(6), place(4, 5), false],
    ['in another file', place(4, 5, 'b.txt'), place(4, 5), false],
  ])('%s: %o %o %s', (_, passage, evidence, expected) => {
    expect(isAmong(passage, [evidence])).toBe(expected)
  })

  test('the rank counts from one and is null where there is none', () => {
    expect(rankOfEvidence([place(1), place(4), place(4)], [place(4)])).toBe(2)
    expect(rankOfEvidence([place(1)], [place(4)])).toBeNull()
  })
})
