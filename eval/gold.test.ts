import { describe, expect, test } from 'vitest'
import { parseGold, UnusableGold } from './gold.ts'
import { sampleQuestion } from './sample-answer.ts'

const line = JSON.stringify(sampleQuestion())

describe('parseGold', () => {
  test('reads one question a line and passes over blank lines', () => {
    expect(parseGold(`${line}\n\n${line}\n`, 'gold.jsonl')).toEqual([sampleQuestion(), sampleQuestion()])
  })

  test.each([
    ['no JSON', '{'],
    ['an unknown kind', line.replace('"lookup"', '"guess"')],
    ['a figure without its value', line.replace('"value":"6.20",', '')],
    ['a number where the printed text is wanted', line.replace('"6.20"', '6.2')],
  ])('%s is refused with its place', (_, bad) => {
    expect(() => parseGold(`${line}\n${bad}`, 'gold.jsonl')).toThrow(UnusableGold)
    expect(() => parseGold(`${line}\n${bad}`, 'gold.jsonl')).toThrow(/gold\.jsonl:2/)
  })
})
