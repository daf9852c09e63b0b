import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { standsIn } from './citations.ts'
import { readGold } from './gold.ts'
import { disclosureFiles, readSources } from './sources.ts'

const folder = fileURLToPath(new URL('./corpus', import.meta.url))
const sources = readSources(folder)
const questions = readGold(fileURLToPath(new URL('./cases/demo.jsonl', import.meta.url)))
const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')

describe('the demo corpus', () => {
  test.each([
    ['bazhou-2020-budget.md', '新疆维吾尔自治区巴音郭楞蒙古自治州医疗保障局 2020 年部门预算'],
    ['kezhou-2022-budget.md', '克孜勒苏柯尔克孜自治州医疗保障局 2022 年单位预算'],
    ['ebian-2023-budget.txt', '峨边彝族自治县医疗保障局 2023 年部门预算'],
    ['atushi-2024-budget.txt', '阿图什市医疗保障局 2024 年单位预算'],
    ['changji-2022-final-accounts.txt', '新疆昌吉回族自治州医疗保障局 2022 年度部门决算'],
  ])('%s says in its first line what it is', (file, identity) => {
    expect(textOf(file).split('\n')[0]).toContain(identity)
  })

  test('holds these five disclosures and a README about them', () => {
    expect(disclosureFiles(folder)).toHaveLength(5)
    expect(textOf('README.md')).toContain('The wording is ours')
  })

  test.each(disclosureFiles(folder))('%s has no telephone number and no private name', (file) => {
    expect(textOf(file)).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)|0\d{2,3}-\d{7,8}|联系人|联系电话|负责人/)
  })

  test('every table row has as many cells as its header, in either layout', () => {
    for (const file of disclosureFiles(folder)) {
      const cells = textOf(file)
        .split('\n')
        .map((line) => (line.startsWith('|') ? line.split('|').length - 2 : line.split('\t').length))
      cells.forEach((count, index) => {
        const above = cells[index - 1] ?? 1
        if (count > 1 && above > 1) expect(count, `${file}:${index + 1}`).toBe(above)
      })
    }
  })

  test('answers the headline question: 6.20 in the three-public table and in prose, 5.20 in the basic table', () => {
    const bazhou = textOf('bazhou-2020-budget.md')
    expect(bazhou).toContain('| 6.20 | | 6.20 | | 6.20 | |')
    expect(bazhou).toContain('公务用车运行费 6.20 万元')
    expect(bazhou).toContain('| 302 | 31 | 公务用车运行维护费 | 5.20 | | 5.20 |')
  })
})

describe('the demo questions', () => {
  test('have ids of their own', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  })

  test.each(questions.map((question): [string, typeof question] => [question.id, question]))(
    '%s: every piece of evidence stands where it says',
    (_, { evidence = [] }) => {
      for (const { doc, lines, raw } of evidence) {
        const file = sources.fileOf(doc) ?? ''
        const [from, to] = lines ?? [1, 0]
        const printed =
          sources
            .lines(file)
            ?.slice(from - 1, to)
            .join('\n') ?? ''
        expect(standsIn(raw, printed), `${file}:${from} ${raw}`).toBe(true)
      }
    },
  )
})
