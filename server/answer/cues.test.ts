import { describe, expect, test } from 'vitest'
import { basisCue, fundCue, kindCue, moneyUnitCue, operationCue, roleCues } from './cues.ts'
import { unitCue } from './unit-cues.ts'

describe('planned or spent', () => {
  test.each<[string, string | null, boolean]>([
    ['三公经费决算数是多少', 'final_accounts', true],
    ['实际花了多少', 'final_accounts', true],
    ['实际支出多少', 'final_accounts', true],
    ['执行率是多少', 'final_accounts', true],
    ['actually spent on travel', 'final_accounts', true],
    ['final accounts of travel', 'final_accounts', true],
    ['花了多少钱', 'final_accounts', false],
    ['how much did it spend on travel', 'final_accounts', false],
    ['差旅费预算是多少', 'budget', true],
    ['budgeted travel expenses', 'budget', true],
    ['安排了多少差旅费', 'budget', false],
    ['planned travel expenses', 'budget', false],
    ['差旅费是多少', null, false],
    ['一般公共预算的差旅费', null, false],
    ['政府性基金预算支出是多少', null, false],
    ['比上年决算数增加多少', null, false],
    ['预算绩效目标', null, false],
  ])('%s: %s, strict %s', (question, basis, strict) => {
    expect(basisCue(question)).toMatchObject({ basis, strict })
  })

  test.each<[string, string | null]>([
    ['年初预算是多少', 'initial'],
    ['initial budget for travel', 'initial'],
    ['全年预算数是多少', 'adjusted'],
    ['调整后的预算', 'adjusted'],
    ['预算是多少', null],
  ])('%s is of the stage %s', (question, stage) => {
    expect(basisCue(question).stage).toBe(stage)
  })
})

describe('the kind of figure', () => {
  test.each<[string, string | undefined]>([
    ['公务接待费占三公经费的比例是多少', 'share'],
    ['what share of expenditure is travel', 'share'],
    ['比上年增加了多少', 'change'],
    ['比上年增长百分之多少', 'rate'],
    ['by what percent did it rise', 'rate'],
    ['群众满意度目标是多少', 'target'],
    ['合格率不低于多少', 'target'],
    ['实际完成值是多少', 'actual'],
    ['自评得分多少', 'score'],
    ['差旅费是多少', undefined],
    ['占用房屋多少平方米', undefined],
    ['培训费多少', undefined],
  ])('%s: %s', (question, kind) => {
    expect(kindCue(question)[0]).toBe(kind)
  })
})

describe('the unit of what is asked for', () => {
  test.each<[string, string | undefined]>([
    ['编制多少人', '人'],
    ['有几辆车', '辆'],
    ['公务用车保有量多少辆', '辆'],
    ['房屋面积多大', '平方米'],
    ['满意度是百分之多少', '%'],
    ['接待了多少批次', '批次'],
    ['how many staff does it have', '人'],
    ['how many vehicles', '辆'],
    ['差旅费多少钱', undefined],
    ['差旅费多少万元', undefined],
    ['差旅费是多少', undefined],
    ['how much was spent on travel', undefined],
    ['人均办公费多少', undefined],
    ['年度资金总额多少', undefined],
  ])('%s: %s', (question, unit) => {
    expect(unitCue(question, kindCue(question)[0])[0]).toBe(unit)
  })

  test.each(['花了多少公务用车运行费', '多少车辆运行费', '2031年用了多少公车运行维护费', '要多少公务用车购置费'])(
    '%s asks for money',
    (question) => {
      expect(unitCue(question, undefined)).toEqual([])
    },
  )

  test.each([
    ['差旅费是多少元', '元'],
    ['合多少万元', '万元'],
    ['折合亿元', '亿元'],
    ['travel expenses in yuan', '元'],
    ['travel in ten thousand yuan', null],
    ['差旅费是多少', null],
  ])('%s is to be told in %s', (question, unit) => {
    expect(moneyUnitCue(question)).toBe(unit)
  })
})

describe('what is to be done', () => {
  test.each([
    ['差旅费是多少', 'lookup'],
    ['列出各个项目的金额', 'list'],
    ['三公经费分别是多少', 'list'],
    ['list all projects', 'list'],
    ['三公经费为什么减少', 'text'],
    ['why did it fall', 'text'],
    ['能查哪些单位', 'coverage'],
    ['which units can you answer about', 'coverage'],
  ])('%s: %s', (question, operation) => {
    expect(operationCue(question)).toBe(operation)
  })
})

describe('scope words', () => {
  test.each<[string, string]>([
    ['基本支出中的公务接待费', 'basic_expenditure'],
    ['三公经费', 'three_public'],
    ['政府采购预算', 'procurement'],
    ['绩效目标', 'performance'],
    ['编制几人', 'organization'],
  ])('%s points to %s', (question, role) => {
    expect(roleCues(question)).toContain(role)
  })

  test.each<[string, string | null]>([
    ['一般公共预算的防汛支出', 'general'],
    ['财政拨款安排的防汛支出', 'general'],
    ['全口径防汛支出', 'all'],
    ['政府性基金支出', 'government_fund'],
    ['防汛支出', null],
  ])('%s is of the fund %s', (question, fund) => {
    expect(fundCue(question)).toBe(fund)
  })
})
