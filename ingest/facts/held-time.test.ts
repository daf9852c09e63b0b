import { describe, expect, it } from 'vitest'
import { facts, identity, said, timed } from './sample-sentence.ts'

describe('figures that a sentence only quotes', () => {
  it('are last year’s, or the plan’s, of what it speaks of', () => {
    const text = '公务接待费支出 4 万元，比上年支出 5 万元减少 1 万元，占年初预算 8 万元的 50%。'
    expect(timed(text)).toEqual([
      '公务接待费 4 2032 budget',
      '公务接待费 5 2031 budget',
      '公务接待费 1 2032 budget',
      '公务接待费 8 2032 budget',
      '完成年初预算 50 2032 budget',
    ])
    expect(facts(text).map(({ kind }) => kind)).toEqual(['level', 'level', 'change', 'level', 'rate'])
  })

  it('count last year from the year told in front', () => {
    expect(timed('2031年公务接待费支出 4 万元，比上年支出 5 万元减少 1 万元，占年初预算 8 万元的 50%。')).toEqual([
      '公务接待费 4 2031 final_accounts',
      '公务接待费 5 2030 final_accounts',
      '公务接待费 1 2031 final_accounts',
      '公务接待费 8 2031 budget',
      '完成年初预算 50 2031 final_accounts',
    ])
  })

  it('keep what a bracket compares with the item of the bracket', () => {
    expect(
      said('公务用车费 5 万元（购置费 1 万元，比上年增加 1 万元；运行费 4 万元。）比上年减少 2 万元。').slice(2),
    ).toEqual(['change 公务用车费>购置费 1万元', 'level 公务用车费>运行费 4万元', 'change 公务用车费 2万元'])
  })
})

describe('a year told in front of a figure', () => {
  it('is that of the figure, with spaces or without, and of the parts', () => {
    expect(timed('2031 年公务接待费 4.50 万元。')).toEqual(['公务接待费 4.50 2031 budget'])
    expect(timed('2031年度“三公”经费决算合计 9 万元，其中：公务接待费 2 万元。')).toEqual([
      '“三公”经费决算合计 9 2031 final_accounts',
      '公务接待费 2 2031 final_accounts',
    ])
  })

  it('holds until the paragraph tells another, or the plan of the document’s own', () => {
    expect(timed('2031年收入完成 9 亿元。加上补助 3 亿元。2032年公务接待费 2 万元。会议费 1 万元。')).toEqual([
      '收入 9 2031 final_accounts',
      '补助 3 2031 final_accounts',
      '公务接待费 2 2032 budget',
      '会议费 1 2032 budget',
    ])
    expect(timed('2031年公务接待费支出 4 万元。公务接待费预算 3 万元，减少 1 万元。')).toEqual([
      '公务接待费 4 2031 final_accounts',
      '公务接待费 3 2032 budget',
      '公务接待费 1 2032 budget',
    ])
    expect(timed('2031年公务接待费 4 万元，本年公务接待费 3 万元。')[1]).toBe('公务接待费 3 2032 budget')
  })

  it('may have whose figure it is before it, but not what is done with the money of that year', () => {
    expect(timed('我局2031年公务接待费 4 万元。')).toEqual(['公务接待费 4 2031 budget'])
    expect(timed('用于支付2031年物业管理费 4 万元。')[0]).toMatch(/ 4 2032 budget$/)
  })

  it('is no name of what is left over, and of no project', () => {
    expect(timed('2031年河道治理补助资金 4 万元。')[0]).toMatch(/ 4 2032 budget$/)
    expect(timed('2031年基本支出 4 万元。', { role: 'carry_over' })[0]).toMatch(/ 4 2032 budget$/)
    expect(timed('2031年，基本支出 4 万元。', { role: 'carry_over' })[0]).toMatch(/ 4 2032 budget$/)
  })

  it('says nothing about what follows a reason', () => {
    expect(timed('公务接待费 3 万元，主要原因是2031年公务接待费支出 4 万元。会议费 2 万元。')).toEqual([
      '公务接待费 3 2032 budget',
      '公务接待费 4 2031 budget',
      '会议费 2 2032 budget',
    ])
  })
})

describe('a year told by itself', () => {
  it('is that of the figures of its sentence', () => {
    expect(timed('2031年，公务接待费 4.50 万元，会议费 1 万元。培训费 2 万元。')).toEqual([
      '公务接待费 4.50 2031 budget',
      '会议费 1 2031 budget',
      '培训费 2 2032 budget',
    ])
    expect(timed('2031年财政拨款预算中，公务接待费 4 万元。')).toEqual(['公务接待费 4 2031 budget'])
  })

  it('may be told as the last, and turned back from', () => {
    expect(timed('去年，治理河道投资 4 万元；本年度，治理河道投资 3 万元。')).toEqual([
      '治理河道投资 4 2031 budget',
      '治理河道投资 3 2032 budget',
    ])
    const undated = { identity: { ...identity, fiscalYear: null } }
    expect(timed('去年，治理河道投资 4 万元。', undated)).toEqual(['治理河道投资 4 null budget'])
  })

  it('is of money spent where the figure says so', () => {
    expect(timed('2031年，公务接待费支出 4 万元。')).toEqual(['公务接待费 4 2031 final_accounts'])
  })
})

describe('a heading over what was done in a year', () => {
  it('tells the year of its paragraphs', () => {
    const section = ['2031年预算执行情况和2032年预算草案的报告', '一、2031年预算执行情况', '（一）一般公共预算']
    expect(timed('税收收入 4 亿元。', { section })).toEqual(['税收收入 4 2031 final_accounts'])
    expect(timed('2031年一般公共预算收入 4 亿元。', { section })).toEqual(['一般公共预算收入 4 2031 final_accounts'])
    expect(timed('2032年一般公共预算收入 4 亿元。', { section })).toEqual(['一般公共预算收入 4 2032 budget'])
  })

  it('tells none where it speaks of two, or of no year’s work', () => {
    expect(timed('税收收入 4 亿元。', { section: ['2031年预算执行情况和2032年预算草案'] })[0]).toMatch(/2032 budget$/)
    expect(timed('税收收入 4 亿元。', { section: ['2031年规划'] })[0]).toMatch(/2032 budget$/)
  })
})
