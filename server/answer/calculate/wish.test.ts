import { describe, expect, test } from 'vitest'
import { kindCue } from '../cues.ts'
import { meansAllUnits, type Wish, wishOf } from './wish.ts'

/** The wish in a word or two: what for each, what over all, how many of the top. */
function wishIn(question: string): string {
  const wish = wishOf(question, kindCue(question))
  if (!wish) return 'none'
  const top = wish.over === 'top' ? `top ${wish.count}${wish.ascending ? ' from below' : ''}` : wish.over
  const limit = wish.filter ? `${wish.filter.comparator}${wish.filter.value}${wish.filter.unit}` : null
  return [wish.each, top, limit].filter((part) => part !== null).join(', ')
}

const partOf = (question: string, part: keyof Wish) => wishOf(question, kindCue(question))?.[part]

describe('what a question wants done with figures', () => {
  test.each([
    // Sums
    ['水费和差旅费加起来是多少', 'sum'],
    ['水费和差旅费合计多少万元', 'sum'],
    ['水费加上差旅费一共多少', 'sum'],
    ['水费与差旅费之和是多少', 'sum'],
    ['水费+差旅费', 'sum'],
    ['各个项目的金额汇总是多少', 'sum'],
    ['How much do the two projects come to altogether?', 'sum'],
    ['the sum of travel and water charges', 'sum'],
    ['travel and water charges combined', 'sum'],
    // Differences
    ['水费和差旅费相差多少', 'difference'],
    ['差旅费比水费多多少', 'difference'],
    ['水费比差旅费低多少？', 'difference'],
    ['防汛项目还剩多少钱没用完', 'difference'],
    ['in-service staff: how many more than retirees?', 'difference'],
    ['What is the difference between travel and water charges?', 'difference'],
    ['How large is the gap between the two tables?', 'difference'],
    ['How much was left over?', 'difference'],
    // Ranks
    ['把三家单位的差旅费从高到低排序', 'rank'],
    ['哪家单位的三公经费最高？', 'rank'],
    ['2031年三公经费最高的单位是哪个', 'rank'],
    ['谁的差旅费更多', 'rank'],
    ['rank the bureaus by travel expenses', 'rank'],
    ['Which bureau spent more on travel?', 'rank'],
    // Top
    ['金额最大的三个项目是哪些', 'top 3'],
    ['支出前5项是什么', 'top 5'],
    ['金额最小的两个项目', 'top 2 from below'],
    ['哪个项目的金额最大', 'top 1'],
    ['最大的一笔支出是什么', 'top 1'],
    ['哪个项目安排的钱最少？', 'top 1 from below'],
    ['Which project got the most money?', 'top 1'],
    ['the three largest projects', 'top 3'],
    ['top 2 projects', 'top 2'],
    ['the two smallest items', 'top 2 from below'],
    ['What was the largest single item?', 'top 1'],
    // For each
    ['公务接待费占三公经费的比例是多少', 'share'],
    ['What share of the three public expenses is official reception?', 'share'],
    ['差旅费比上年增长百分之几', 'growth'],
    ['By what percentage did travel expenses grow?', 'growth'],
    ['差旅费的增幅是多少', 'growth'],
    ['项目执行率是多少', 'execution'],
    ['What was the overall execution rate?', 'execution'],
    ['按2031年的数倒推，2030年差旅费是多少', 'previous'],
    ['差旅费上年是多少', 'previous'],
    ['Work back what travel expenses were the year before', 'previous'],
    ['根据2031年决算，2030年三公经费花了多少', 'previous'],
    ['Based on the 2031 accounts, how much was it in 2030?', 'previous'],
    ['人均差旅费是多少', 'per'],
    ['平均每辆车的运行费多少', 'per'],
    ['公务用车每辆花多少钱', 'per'],
    ['每辆车的公务用车运行费是多少', 'per'],
    ['travel expenses per employee', 'per'],
    ['running cost per vehicle', 'per'],
    ['站点验收合格率达标了吗', 'gap'],
    ['实际检查数超过目标多少', 'gap'],
    ['Did inspections meet the target?', 'gap'],
    ['按229人、每人30元算，一共是多少', 'product, sum'],
    ['229人乘以30元是多少', 'product'],
    ['multiply 229人 by 30元', 'product'],
    ['各项目自评得分的平均分是多少', 'average'],
    ['the average score of the projects', 'average'],
    ['三公经费表有多少行', 'count'],
    ['有几个项目', 'count'],
    ['How many projects are there?', 'count'],
    // Limits
    ['执行率不到50%的项目有几个', 'count, <50%'],
    ['支出超过3万元的科目共有几个', 'count, >3万元'],
    ['执行率不到50%的项目有哪些', 'execution, <50%'],
    ['一分钱都没花的项目加起来有多少预算', 'sum, =0%'],
  ])('%s: %s', (question, wish) => {
    expect(wishIn(question)).toBe(wish)
  })

  test.each([
    '博州水利局2031年差旅费是多少？',
    '博州水利局2031年差旅费比上年增加多少万元',
    '三公经费比去年少了多少',
    '满意度最多能到多少',
    '至少开展几次检查',
    '一年至少几次',
    '最多几次',
    '安排了哪几个项目',
    '最多多少人参加',
    '博州水利局编制多少人',
    '能查哪些单位？',
    '三公经费为什么减少',
    '每人每年补助标准文件是什么',
    'How much are travel expenses?',
    'By how much did travel expenses rise over the previous year?',
    'What is the target for satisfaction?',
    'How many staff does the bureau have?',
    'Why did it change?',
  ])('%s: none', (question) => {
    expect(wishIn(question)).toBe('none')
  })

  test.each([
    ['水费和差旅费加起来是多少', true],
    ['差旅费比水费多多少', true],
    ['水费和差旅费相差多少', true],
    ['人均差旅费', true],
    ['按2031年的数倒推2030年差旅费', true],
    ['项目的平均执行率是多少', true],
    ['三公经费一共多少', false],
    ['三公经费合计是多少', false],
    ['How much was left over?', false],
    ['年末结余多少', false],
    ['公务接待费占三公经费的比例是多少', false],
    ['按229人、每人30元算是多少', true],
    ['按每人标准算是多少', false],
    ['三公经费表有多少行', true],
    ['有几个项目', false],
  ])('%s: only reckoned figures answer: %s', (question, strict) => {
    expect(partOf(question, 'strict')).toBe(strict)
  })
})

describe('all units held', () => {
  test.each([
    '这五家单位谁最高',
    '各家差旅费',
    '所有水利局的三公经费',
    '哪家最高',
    '最高的单位是哪个',
    '各单位差旅费',
    'all the water bureaus',
    'which bureau has the most',
    'of the three bureaus',
  ])('%s', (question) => {
    expect(meansAllUnits(question)).toBe(true)
  })

  test.each(['博州水利局差旅费是多少', '各个项目多少钱', 'the travel expenses of the bureau', '哪个项目最大'])(
    '%s: no',
    (question) => {
      expect(meansAllUnits(question)).toBe(false)
    },
  )
})
