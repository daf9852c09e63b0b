import type { Role } from '../domain/table.ts'

const SUBJECTS: Readonly<Record<Role, readonly [string, string]>> = {
  income_expenditure: ['收入总计', '支出总计'],
  income: ['收入合计', '收入合计'],
  expenditure: ['支出合计', '支出合计'],
  fiscal_appropriation: ['财政拨款收入总计', '财政拨款支出总计'],
  appropriation_economic: ['财政拨款支出合计', '财政拨款支出合计'],
  general_public_budget: ['一般公共预算支出', '一般公共预算支出'],
  basic_expenditure: ['基本支出', '基本支出'],
  project_expenditure: ['项目支出', '项目支出'],
  three_public: ['“三公”经费', '“三公”经费'],
  government_fund: ['政府性基金预算支出', '政府性基金预算支出'],
  state_capital: ['国有资本经营预算支出', '国有资本经营预算支出'],
  social_insurance_fund: ['社会保险基金预算支出', '社会保险基金预算支出'],
  carry_over: ['上年结转结余', '上年结转结余'],
  procurement: ['政府采购预算', '政府采购预算'],
  purchased_services: ['政府购买服务', '政府购买服务'],
  assets: ['资产总额', '资产总额'],
  levy_plan: ['征收计划', '征收计划'],
  performance: ['年度资金总额', '年度资金总额'],
  operating_expense: ['机关运行经费', '机关运行经费'],
  organization: ['人数', '人数'],
  other: ['合计', '合计'],
}

/** Tables of what is to be bought are tables of assets by their headers; their total is not what is held. */
export function isOfPurchases(title: string): boolean {
  return /新增|购置|配置/.test(title) && !/占有|占用|使用情况/.test(title)
}

/** What the bare total of a table or section is the total of; `half` 0 is the left half (income), 1 the right. */
export function subjectOfRole(role: Role, half: number): string {
  return SUBJECTS[role][half === 0 ? 0 : 1]
}
