import { afterAll, describe, expect, test } from 'vitest'
import { answersOf, contextsOf, openSampleAsker, saidAs } from './sample-asker.ts'

const { ask, close } = await openSampleAsker()
afterAll(close)

describe('across units', () => {
  test.each([
    ['博州水利局和文山州水利局2031年差旅费谁更高', ['19.49万元', '6.13万元', '13.36万元']],
    ['博州水利局和文山州水利局2031年差旅费相差多少', ['19.49万元', '6.13万元', '13.36万元']],
    ['2031年各家水利局差旅费从高到低排序', ['19.49万元', '6.13万元', '13.36万元']],
    ['哪家单位2031年办公费最高', ['33.81万元', '22.47万元', '8.52万元', '5.29万元']],
    ['2031年办公费从低到高给各家单位排序', ['5.29万元', '8.52万元', '22.47万元', '33.81万元']],
    ['Which bureau budgeted more travel expenses in 2031?', ['19.49万元', '6.13万元', '13.36万元']],
  ])('%s: in order, all of them answers', async (question, figures) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual(figures)
  })

  test('money printed in other units is ranked by its size', async () => {
    const answer = await ask('博州水利局和文山州水利局2031年公务接待费谁更高')
    expect(answersOf(answer).map(saidAs).slice(0, 2)).toEqual(['0.95万元', '4400.00元'])
  })

  test('a sum is one answer with its operands', async () => {
    const answer = await ask('博州水利局和文山州水利局2031年差旅费加起来是多少')
    expect(answersOf(answer).map(saidAs)).toEqual(['25.62万元'])
    expect(contextsOf(answer).map(saidAs)).toEqual(['19.49万元', '6.13万元'])
  })

  test('a share for each, reckoned from its own figures', async () => {
    const answer = await ask('博州水利局和文山州水利局2031年公务接待费占三公经费的比例各是多少')
    expect(answersOf(answer).map(({ value, organization }) => [value, organization])).toEqual([
      ['9.84', '博尔塔拉蒙古自治州水利局'],
      ['9.59', '文山壮族苗族自治州水利局'],
    ])
  })

  test.each([
    ['博州水利局和南华县教育局2031年差旅费相差多少', '南华县教育局2031年', '博尔塔拉蒙古自治州水利局2031年'],
    [
      '博州水利局、文山州水利局和南华县教育局2031年差旅费加起来是多少',
      '南华县教育局2031年',
      '博尔塔拉蒙古自治州水利局2031年',
    ],
    ['博州水利局和南华县教育局2031年差旅费加起来是多少', '南华县教育局2031年', '博尔塔拉蒙古自治州水利局2031年'],
    ['博州水利局和南华县教育局2031年电费相差多少', '博尔塔拉蒙古自治州水利局2031年', '南华县教育局2031年'],
  ])('%s: refused by the name of the one that lacks it', async (question, lacking, other) => {
    const { status, notices } = await ask(question)
    expect(status).toBe('not_found')
    expect(notices[0]?.message).toContain(lacking)
    expect(notices[0]?.message).not.toContain(other)
  })
})
