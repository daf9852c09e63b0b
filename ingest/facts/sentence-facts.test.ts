import { describe, expect, it } from 'vitest'
import type { Identity } from '../domain/document.ts'
import { clausesOf, labelOf } from './clause.ts'
import { printedAmounts } from './printed-amounts.ts'
import { facts, identity, said } from './sample-sentence.ts'
import { sentenceFacts } from './sentence-facts.ts'

describe('printedAmounts', () => {
  const values = (text: string) => printedAmounts(text).map(({ value, unit }) => `${value} ${unit}`)

  it('finds money, shares and counted things, with separators and signs', () => {
    expect(values('收入 1,204.71 万元，下降 -2％，共 3 台（套），210.5㎡')).toEqual([
      '1204.71 万元',
      '-2 %',
      '3 台（套）',
      '210.5 平方米',
    ])
    expect(printedAmounts('覆盖率≥ 95%，不超过3次').map(({ comparator }) => comparator)).toEqual(['>=', '<='])
  })

  it.each([
    ['years and dates', '2032年3月1日'],
    ['numbers of policies', '青水发〔2022〕1 号，第 3 号文'],
    ['thresholds', '50 万元以上的工程、10 万元（含）以下项目'],
    ['ordinals', '第 3 次会议，第3个'],
    ['codes of accounts', '公共安全支出（204类）司法（06款）普法宣传（05项）'],
    ['parts of longer numbers', 'A12 个，1,2,3 号楼'],
    ['bare whole numbers', '编号为 12，其他'],
  ])('takes no %s for amounts', (_, text) => {
    expect(values(text)).toEqual([])
  })

  it('reads bare numbers whose company tells what they are', () => {
    expect(values('编制数 25，实有人数 23。')).toEqual(['25 人', '23 人'])
    expect(values('支出 300.10 万元，其中基本支出 289.18，占 96.4%')).toEqual(['300.10 万元', '289.18 万元', '96.4 %'])
    expect(values('基本支出 289.18，其他')).toEqual([])
  })
})

describe('clausesOf', () => {
  it('cuts at marks, but not inside numbers and brackets', () => {
    expect(clausesOf('收入1,200元，支出(甲、乙)2元;完。余').map(({ text, end }) => text + end)).toEqual([
      '收入1,200元，',
      '支出(甲、乙)2元;',
      '完。',
      '余',
    ])
    expect(clausesOf('（甲。乙').map(({ text }) => text)).toEqual(['（甲', '乙'])
  })

  it('leaves of a label what names the measure', () => {
    expect(labelOf('其中：青石县水务局2032年度的公务接待费安排了', ['青石县水务局'])).toBe('公务接待费')
    expect(labelOf('1.机关本级及下属3家单位的机关运行经费共计', [])).toBe('机关本级及下属3家单位的机关运行经费')
    expect(labelOf('（一）基本支出（类）为', [])).toBe('基本支出')
  })
})

describe('sentenceFacts', () => {
  it('names a share by what stands before it, and the subject by that', () => {
    expect(said('其中办公费占基本支出的 12.5%，为 3.10 万元。')).toEqual([
      'share 办公费 12.5%',
      'level 办公费 3.10万元',
    ])
  })

  it('tells level, share, change and rate', () => {
    expect(said('公务接待费 4.50 万元，占收入的 95.54%，比上年减少 0.45 万元，下降 9.09%。')).toEqual([
      'level 公务接待费 4.50万元',
      'share 公务接待费 95.54%',
      'change 公务接待费 0.45万元',
      'rate 公务接待费 9.09%',
    ])
    expect(facts('接待费 1 万元，比上年持平 0%，增长 0.00%，提高 2%').map(({ direction }) => direction)).toEqual([
      null,
      'flat',
      'flat',
      'up',
    ])
  })

  it('names what changed where the sentence does', () => {
    expect(said('公用经费较上年增加 2 万元。')).toEqual(['change 公用经费 2万元'])
    expect(said('收入与上年相比，增加 3 万元。')).toEqual(['change 收入 3万元'])
    expect(said('增加 3 万元。')).toEqual(['change 金额 3万元'])
  })

  it('puts parts under the whole that 其中 opens, and closes it with the sentence', () => {
    expect(said('三公经费 3 万元，其中：接待费 1 万元、运行费 2 万元。购置费 4 万元。')).toEqual([
      'level 三公经费 3万元',
      'level 三公经费>接待费 1万元',
      'level 三公经费>运行费 2万元',
      'level 购置费 4万元',
    ])
  })

  it('marks what is mentioned in a reason, with the year given there', () => {
    const [level, reason, next] = facts('公用经费 3 万元，主要原因是：2031年新增 2 人；其他 1 万元。')
    expect([level?.origin, reason?.origin, next?.origin]).toEqual(['sentence', 'reason', 'sentence'])
    expect([level?.fiscalYear, reason?.fiscalYear]).toEqual([2032, 2031])
  })

  it('reads another year and another basis from the words in front', () => {
    const of = (text: string, basis: Identity['basis'] = 'final_accounts') =>
      facts(text, { identity: { ...identity, basis } }).map((fact) => [fact.fiscalYear, fact.basis, fact.stage])
    expect(of('上年决算数 3 万元')).toEqual([[2031, 'final_accounts', null]])
    expect(of('上年预算数 3 万元')).toEqual([[2031, 'budget', null]])
    expect(of('年初预算 3 万元')).toEqual([[2032, 'budget', 'initial']])
    expect(of('年初预算 3 万元', 'budget')).toEqual([[2032, 'budget', null]])
    expect(of('全年预算 3 万元')).toEqual([[2032, 'budget', 'adjusted']])
    expect(of('调整后预算 3 万元', 'budget')).toEqual([[2032, 'budget', null]])
    expect(of('执行数 3 万元', 'budget')).toEqual([[2032, 'final_accounts', null]])
    expect(of('接待费 3 万元，比2030年接待费 2 万元')[1]).toEqual([2030, 'final_accounts', null])
    const unknown = facts('上年决算数 3 万元', { identity: { ...identity, fiscalYear: null } })
    expect(unknown[0]?.fiscalYear).toBeNull()
  })

  it('counts with the noun behind the counting word', () => {
    expect(said('下设 3 个科室。')).toEqual(['count 下设科室 3个'])
    expect(said('3 个科室和站所。')).toEqual(['count 科室和站所 3个'])
    expect(said('3 个科室和')).toEqual(['count 科室 3个'])
    expect(said('5 人以上的户。')).toEqual([])
  })

  it('gives a rate its subject, and a sum per head its unit', () => {
    expect(said('接待费 1 万元，预算执行率 98%。')).toEqual(['level 接待费 1万元', 'rate 接待费>预算执行率 98%'])
    expect(facts('补助每人每年 30 元')[0]).toMatchObject({ of: '每人每年', kind: 'level' })
  })

  it('falls back on the project or the heading where a sentence names nothing', () => {
    expect(said('合计 42.55 万元。', { role: 'operating_expense' })).toEqual(['level 机关运行经费 42.55万元'])
    expect(said('金额 42.55 万元。', { project: '修渠补助' })).toEqual(['level 修渠补助 42.55万元'])
    expect(said('42.55 万元。')).toEqual(['level 金额 42.55万元'])
    expect(said('车辆 2 辆，价值 5 万元。')).toEqual(['count 车辆 2辆', 'level 车辆价值 5万元'])
  })

  it('drops the word for the figure from the name, and keeps it beside', () => {
    const [fact] = facts('公务接待费年初预算数 3 万元')
    expect(fact).toMatchObject({ measure: { name: '公务接待费' }, facet: ['年初预算数'] })
  })

  it('tells the scope that a sentence names itself', () => {
    expect(facts('三公经费 3 万元')[0]?.role).toBe('three_public')
    expect(facts('政府采购预算 3 万元')[0]?.role).toBe('procurement')
    expect(facts('机关运行经费 3 万元', { role: 'expenditure' })[0]?.role).toBe('operating_expense')
    expect(facts('人员编制 3 名，实有 2 人', { role: 'expenditure' })[0]?.role).toBe('organization')
  })

  it('cites the lines of label and amount, wrapped or not', () => {
    const spans = [
      { text: '收入很多。公务接待', line: 3 },
      { text: '费 4.50 万', line: 5 },
      { text: '元，办公费 2 万元。', line: 6 },
    ]
    const found = sentenceFacts(spans, { identity, role: 'other', section: [], project: null, ownNames: [] })
    expect(found.map(({ source, measure }) => [measure.name, source.from, source.to])).toEqual([
      ['公务接待费', 3, 6],
      ['办公费', 6, 6],
    ])
  })

  it('cuts a long sentence around the figure it quotes', () => {
    const long = `${'水渠维护的说明'.repeat(40)}支出 3 万元${'，其余从略'.repeat(60)}。`
    const quote = facts(long)[0]?.quote ?? ''
    expect(quote).toMatch(/^….*支出 3 万元.*…$/)
    expect(quote.length).toBeLessThan(240)
  })

  it.each([
    ['no mark at all', '水费3万元'.repeat(5_000)],
    ['nothing but commas', '水费3万元，'.repeat(5_000)],
    ['bare numbers', `收入1万元，${'水费3.5，'.repeat(5_000)}`],
    ['open brackets', `${'（'.repeat(10_000)}水费3万元`],
    ['spaces', `水费${' '.repeat(50_000)}3万元`],
    ['digits', '9'.repeat(50_000)],
  ])('takes no longer than its size warrants: %s', (_, text) => {
    const start = performance.now()
    facts(text)
    expect(performance.now() - start).toBeLessThan(4_000)
  })
})

describe('an account written out with its codes', () => {
  const text = '1、公共安全支出（204类）司法（06款）普法宣传（05项）12.50万元。2031年当年预算执行数为11.40万元。'

  it('names the figure behind it, by name and code', () => {
    expect(facts(text)[0]).toMatchObject({
      measure: { name: '普法宣传', code: '2040605' },
      parents: ['公共安全支出', '司法'],
      amount: { value: '12.50', unit: '万元' },
      fiscalYear: 2032,
    })
  })

  it('is what a figure of another year goes on with', () => {
    expect(facts(text)[1]).toMatchObject({
      measure: { name: '普法宣传' },
      amount: { value: '11.40' },
      fiscalYear: 2031,
      basis: 'final_accounts',
    })
  })

  it('has no code where one of its parts is missing', () => {
    expect(facts('“公共安全支出（类）司法（06款）”3.00万元。')[0]).toMatchObject({ measure: { name: '司法' } })
  })

  it('reads points of a score', () => {
    expect(facts('平均得分98.50分。')[0]).toMatchObject({ kind: 'score', amount: { value: '98.50', unit: '分' } })
  })
})

describe('the order of a sentence', () => {
  it('lets a sentence of its own open parts of what the one before told, and of nothing where that told no figure', () => {
    expect(said('“三公”经费 9 万元。其中：公务接待费 2 万元。')).toEqual([
      'level “三公”经费 9万元',
      'level “三公”经费>公务接待费 2万元',
    ])
    expect(said('基本支出 9 万元。我局严格控制开支。其中：公务接待费 2 万元。')).toEqual([
      'level 基本支出 9万元',
      'level 公务接待费 2万元',
    ])
  })

  it('names a part without a name by what it is for', () => {
    expect(said('专项经费 9 万元，其中：5 万元用于修渠。')).toEqual([
      'level 专项经费 9万元',
      'level 专项经费>修渠 5万元',
    ])
  })

  it('takes the name of an unnamed sum from a heading of the three public expenses', () => {
    const setting = { role: 'three_public' as const, section: ['“三公”经费', '（二）公务接待费'] }
    expect(said('合计 3 万元。', setting)).toEqual(['level 公务接待费 3万元'])
  })

  it('counts what was listed by name, and who was received', () => {
    expect(said('内设综合科、财务科 2 个科室。')).toEqual(['count 内设科室 2个'])
    expect(said('公务接待费 2 万元，公务接待费 30 人。')).toEqual(['level 公务接待费 2万元', 'count 公务接待人数 30人'])
  })
})

describe('changes', () => {
  it('tell how far a figure is off its plan', () => {
    expect(facts('公务接待费 2 万元，决算数小于年初预算数 1 万元。')[1]).toMatchObject({
      kind: 'change',
      measure: { name: '公务接待费' },
      direction: 'down',
      of: '年初预算数',
    })
  })

  it('of money behind a count of persons are of the money told before', () => {
    expect(said('公务接待费 2 万元，接待人员 30 人，比上年减少 1 万元。')[2]).toBe('change 公务接待费 1万元')
  })

  it('take no name from the words for how they are compared', () => {
    expect(said('公务接待费同口径比2031年减少 2 万元，同口径比上年下降 7.4%。')).toEqual([
      'change 公务接待费 2万元',
      'rate 公务接待费 7.4%',
    ])
  })

  it('take no name from a bracket behind the year compared with', () => {
    expect(facts('“三公”经费支出 6 万元，比2029年（改革前）决算数减少 2 万元。')[1]).toMatchObject({
      kind: 'change',
      measure: { name: '“三公”经费' },
      of: '2029年（改革前）决算数',
    })
  })
})
