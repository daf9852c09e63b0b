import { describe, expect, test } from 'vitest'
import { standsIn } from '../citations.ts'
import { goldQuestionSchema } from '../gold.ts'
import { type ChangedCorpus, changeCorpus } from './corpus.ts'
import { NothingToChange } from './naming.ts'
import { numbersOf } from './numbers.ts'
import { changeQuestion } from './questions.ts'
import { BUDGET, FINAL_ACCOUNTS, QUESTIONS, TEXTS } from './sample-corpus.ts'

const changed = (seed: number, firstCharacter = false): ChangedCorpus => changeCorpus(TEXTS, seed, { firstCharacter })

function textOf(corpus: ChangedCorpus, file: string): string {
  return corpus.documents.find((document) => document.file === file)?.changed ?? ''
}

/** The numbers of a line as whole numbers of hundredths. */
function hundredths(line = ''): number[] {
  return numbersOf(line).map(({ text }) => Math.round(Number(text.replace(/,/g, '')) * 100))
}

const SEEDS = [1, 2, 3, 4, 5]

describe('a changed corpus', () => {
  test('is the same for the same seed and another for another', () => {
    expect(changed(1)).toEqual(changed(1))
    expect(new Set(SEEDS.map((seed) => textOf(changed(seed), '004_a.txt'))).size).toBe(SEEDS.length)
  })

  test.each(SEEDS)('names no organisation of the original (seed %i)', (seed) => {
    const all = changed(seed)
      .documents.map((document) => document.changed)
      .join('\n')
      .replace(/\s/g, '')
    expect(all).not.toMatch(/巴音郭楞|巴州|巴政|新疆|峨边|医疗保障局|医保局/)
  })

  test.each(SEEDS)('has its lines where they were (seed %i)', (seed) => {
    expect(textOf(changed(seed), '004_a.txt').split('\n')).toHaveLength(BUDGET.split('\n').length)
    expect(textOf(changed(seed), '001_b.md').split('\n')).toHaveLength(FINAL_ACCOUNTS.split('\n').length)
  })

  test.each(SEEDS)('adds up as the original does, in every number style (seed %i)', (seed) => {
    const { factor } = changed(seed)
    const lines = textOf(changed(seed), '004_a.txt').split('\n')
    const [operation, other, total] = [4, 5, 6].map((line) => hundredths(lines[line]))
    expect(total).toEqual([126404, 121404, 5000].map((amount) => amount * factor))
    expect((operation?.[3] ?? 0) + (other?.[3] ?? 0)).toBe(total?.[0])
    expect(hundredths(lines[13])).toEqual([600, 400, 200].map((amount) => amount * factor))
    expect(lines[6]).toMatch(/\t\d{1,2},\d{3}\.\d\d\t/)
  })

  test('leaves counts, areas, shares, codes, scores, thresholds and document numbers alone', () => {
    const { factor, years, documents } = changed(1)
    const budget = textOf(changed(1), '004_a.txt').split('\n')
    expect(budget[4]).toMatch(/^210\t15\t01\t/)
    expect(budget[8]).toContain('编制数 18 人，房屋 326.3 平方米，价值')
    expect(budget[9]).toContain(
      `办发〔${2018 + years}〕56号），比上年增加 ${(0.2 * factor).toFixed(1)} 万元，增长 20.43%`,
    )
    expect(budget[10]).toBe('单位价值 50 万元以上大型设备 0 台。')
    const accounts = textOf(changed(1), '001_b.md').split('\n')
    expect(accounts[4]).toMatch(/ 10 100\.00% 9\.60 分$/)
    expect(hundredths(accounts[4]).slice(0, 3)).toEqual([3771, 3771, 3625].map((amount) => amount * factor))
    expect(accounts[3]).toContain(`基本支出 ${(486.24 * factor).toFixed(2).replace(/,/g, '')}，占 63.89%`)
    expect(accounts[5]).toContain(`≤${4 * factor} |`)
    expect(accounts[6]).toContain('≥12 |')
    expect(documents.map(({ changedFile }) => changedFile).toSorted()).toEqual(
      documents.some(({ changedFile }) => changedFile === 'doc-a.md')
        ? ['doc-a.md', 'doc-b.txt']
        : ['doc-a.txt', 'doc-b.md'],
    )
  })

  test('moves all years by the same', () => {
    const { years } = changed(2)
    expect(textOf(changed(2), '004_a.txt')).toContain(`${2020 + years} 年部门预算`)
    expect(textOf(changed(2), '001_b.md')).toContain(`${2023 + years} 年决算`)
  })

  test('forms the short name by the rule of the first character where asked to', () => {
    const [, name = '', short = ''] =
      /省(\p{Script=Han}+自治州)[\s\S]*?(\p{Script=Han}州)\p{Script=Han}+\n局/u.exec(
        textOf(changed(1, true), '004_a.txt'),
      ) ?? []
    expect(short).toBe(`${name.slice(0, 1)}州`)
  })

  test('cannot be made of texts without a known division', () => {
    expect(() => changeCorpus(new Map([['a.txt', '某局 2020 年']]), 1, { firstCharacter: false })).toThrow(
      NothingToChange,
    )
  })
})

describe('a changed question', () => {
  const questions = (seed: number) => {
    const corpus = changed(seed)
    return QUESTIONS.map((question) => changeQuestion(question, corpus)).map((result) => {
      if (result.kind === 'dropped') throw new Error(`${result.id}: ${result.why}`)
      return result.question
    })
  }

  test.each(SEEDS)('has its evidence on the same lines of the changed document (seed %i)', (seed) => {
    const corpus = changed(seed)
    for (const { id, evidence = [] } of questions(seed))
      for (const { doc, lines, raw } of evidence) {
        const [from, to] = lines ?? [1, 0]
        const text = corpus.documents.find(({ changedId }) => changedId === doc)?.changed ?? ''
        const printed = text.split('\n').slice(from - 1, to)
        expect(standsIn(raw, printed.join('\n')), `${id}: ${raw}`).toBe(true)
      }
  })

  test.each(SEEDS)('is gold, and names none of the original organisations (seed %i)', (seed) => {
    for (const question of questions(seed)) {
      expect(goldQuestionSchema.parse(question)).toEqual(question)
      expect(JSON.stringify(question)).not.toMatch(/巴州|峨边|医保局|医疗保障|Bayingolin|Healthcare/)
    }
  })

  test('scales amounts and keeps counts and shares', () => {
    const { factor, years } = changed(1)
    const [lookup, count, compare] = questions(1)
    expect(lookup?.question).toContain(`${2020 + years} 公务接待费${2 * factor}万元还是${6 * factor}万`)
    expect(lookup?.answer).toMatchObject({ value: String(2 * factor), accept: [{ value: String(20000 * factor) }] })
    expect(lookup?.must_say).toEqual([['预算', 'budget'], String(2 * factor)])
    expect(count?.answer).toMatchObject({ value: '18' })
    expect(count?.question).toMatch(/ in \d{4}\?$/)
    expect(compare?.answer).toMatchObject({
      values: [126404, 76105, 50299]
        .map((amount): object => ({ value: ((amount * factor) / 100).toFixed(2) }))
        .concat({ value: '36.11' }),
    })
    expect(compare?.must_say).toEqual([`差${(502.99 * factor).toFixed(2)}`, '63.89'])
  })

  test('is dropped where it asks about another document or its evidence does not stand', () => {
    const [question] = QUESTIONS
    if (question === undefined) throw new Error('no sample')
    expect(changeQuestion({ ...question, docs: ['x.pdf'] }, changed(1))).toMatchObject({ kind: 'dropped' })
    const evidence = [{ doc: '004', lines: [1, 1] satisfies [number, number], raw: '2' }]
    expect(
      changeQuestion({ ...question, evidence: evidence.map((e) => ({ ...e, lines: [1, 1] })) }, changed(1)),
    ).toMatchObject({
      kind: 'dropped',
    })
  })

  test('is dropped where it would name half of the old organisation', () => {
    const [question] = QUESTIONS
    if (question === undefined) throw new Error('no sample')
    expect(changeQuestion({ ...question, question: '巴州医保居2020年公务接待费？' }, changed(1))).toMatchObject({
      kind: 'dropped',
    })
    const kept = changeQuestion({ ...question, question: '巴州医保2020年公务接待费？' }, changed(1))
    expect(kept.kind === 'changed' ? kept.question.question : '').not.toContain('医保')
  })

  test('is dropped where its figure was taken for money in the question and for a count in the document', () => {
    const [, question] = QUESTIONS
    if (question === undefined) throw new Error('no sample')
    const wrong = { ...question, answer: { type: 'figure', value: '18', unit: '万元' } as const }
    expect(changeQuestion(wrong, changed(1))).toMatchObject({ kind: 'dropped' })
  })
})
