import { describe, expect, test } from 'vitest'
import { applied } from './edits.ts'
import { yearEdits, yearEditsInWords } from './years.ts'

describe('years', () => {
  test.each([
    ['2022 年 3 月', '2023 年 3 月'],
    ['克财预〔2022〕1 号，【2016】113 号', '克财预〔2023〕1 号，【2017】113 号'],
    ['2021-2023 年，2022-03-15，2022.3.15', '2022-2024 年，2023-03-15，2023.3.15'],
    ['2080501 科目 2000 人次，2000.50 万元，2,022', '2080501 科目 2000 人次，2000.50 万元，2,022'],
  ])('of a document: %s', (text, wanted) => {
    expect(applied(text, yearEdits(text, 1))).toBe(wanted)
  })

  test.each([
    ['巴州 2020 公车运行?', '巴州 2019 公车运行?'],
    ['2020', '2019'],
    ['目标 2000 人次, 2010 万', '目标 2000 人次, 2010 万'],
    ['in 2020 the 2101501 item', 'in 2019 the 2101501 item'],
  ])('of a question: %s', (text, wanted) => {
    expect(applied(text, yearEditsInWords(text, -1))).toBe(wanted)
  })
})
