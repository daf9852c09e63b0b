import { squeeze } from '../domain/name.ts'
import type { Column, Role } from '../domain/table.ts'
import type { PanelRow } from './rows.ts'

/** What a table shows of itself. */
export interface TableContent {
  readonly title: string
  readonly columns: readonly Column[]
  readonly panels: readonly (readonly PanelRow[])[]
}

const THREE_PUBLIC_ITEMS = [/因公出国/, /公务用车/, /公务接待/]

/** What a table holds: told by its headers, codes and row names; the title decides only where those leave it open. */
export function tableRole({ title, columns, panels }: TableContent): Role {
  const header = columns.map((column) => column.path.join('/')).join(' ')
  const rows = panels.flat()
  const labels = rows.map((row) => row.label).join(' ')
  const words = `${title} ${header}`
  if (/绩效|一级指标|三级指标/.test(words) || rows.some(headsIndicators)) return 'performance'
  if (isThreePublic(title, header, rows.length <= MOST_THREE_PUBLIC_ROWS ? labels : '')) return 'three_public'
  const special = titledRole(title, header)
  if (special) return special
  const codes = rows.flatMap((row) => row.code ?? [])
  const economic = codes.filter((code) => /^[35]/.test(code)).length
  const functional = codes.filter((code) => code.startsWith('2')).length
  const projects = /项目名称/.test(header)
  if (projects) return 'project_expenditure'
  if (economic > functional)
    return /人员经费|公用经费|基本支出/.test(words) ? 'basic_expenditure' : 'appropriation_economic'
  if (panels.length >= 2)
    return /财政拨款/.test(`${title} ${columns[0]?.path[0] ?? ''}`) ? 'fiscal_appropriation' : 'income_expenditure'
  return functionalRole(title, header) ?? titleOnlyRole(title)
}

/** The row of a form that heads its indicators, below the rows that name its project and money. */
function headsIndicators({ words }: PanelRow): boolean {
  return words.some((word) => /^[一三]级指标$/.test(word))
}

const MOST_THREE_PUBLIC_ROWS = 14

/** Its items head the columns, or name the few rows; some of them do where the title says so. */
function isThreePublic(title: string, header: string, labels: string): boolean {
  const named = (words: string) => THREE_PUBLIC_ITEMS.filter((item) => item.test(words)).length
  const all = THREE_PUBLIC_ITEMS.length
  return named(header) === all || named(labels) === all || (/三公/.test(title) && named(`${header} ${labels}`) > 0)
}

/** Tables of special subjects, which share headers and codes with the plain ones. */
function titledRole(title: string, header: string): Role | null {
  if (/政府性基金/.test(title) || /^(?!.*一般公共).*本年政府性基金/.test(header)) return 'government_fund'
  if (/国有资本经营/.test(title)) return 'state_capital'
  if (/社会保险基金/.test(title)) return 'social_insurance_fund'
  if (/结转|结余/.test(title)) return 'carry_over'
  if (/购买服务/.test(title) || /政府购买服务/.test(header)) return 'purchased_services'
  if (/采购/.test(title) || /采购目录|采购方式|采购品目/.test(header)) return 'procurement'
  if (/资产/.test(title) || /资产总额|固定资产/.test(header)) return 'assets'
  if (/征收|非税/.test(title)) return 'levy_plan'
  if (/机关运行经费/.test(title)) return 'operating_expense'
  return null
}

function functionalRole(title: string, header: string): Role | null {
  const spending = /基本支出/.test(header) && /项目支出/.test(header)
  const sources = /事业收入|事业单位经营|财政专户|单位资金|其他收入/.test(header)
  if (!spending && (sources || (/收入/.test(title) && !/支出|收支/.test(title)))) return 'income'
  if (/一般公共预算|财政拨款/.test(`${header} ${title}`) && !/收支|收入支出/.test(title))
    return /项目支出/.test(title) ? 'project_expenditure' : 'general_public_budget'
  return spending ? 'expenditure' : null
}

function titleOnlyRole(title: string): Role {
  const name = squeeze(title)
  if (/基本支出/.test(name)) return 'basic_expenditure'
  if (/项目支出/.test(name)) return 'project_expenditure'
  if (/收支/.test(name)) return /财政拨款/.test(name) ? 'fiscal_appropriation' : 'income_expenditure'
  if (/收入支出/.test(name)) return /财政拨款/.test(name) ? 'fiscal_appropriation' : 'income_expenditure'
  if (/一般公共预算/.test(name)) return 'general_public_budget'
  if (/收入/.test(name)) return 'income'
  return /支出/.test(name) ? 'expenditure' : 'other'
}

/** Scope of a sentence, from the headings it stands under; the innermost heading that tells decides. */
export function sectionRole(section: readonly string[]): Role {
  for (const heading of [...section].reverse()) {
    const role = headingRole(squeeze(heading))
    if (role) return role
  }
  return 'other'
}

const HEADING_ROLES: readonly (readonly [RegExp, Role])[] = [
  [/三公/, 'three_public'],
  [/机构设置|人员情况|人员构成|单位构成|机构情况|机构编制/, 'organization'],
  [/运行经费/, 'operating_expense'],
  [/购买服务/, 'purchased_services'],
  [/采购/, 'procurement'],
  [/国有资产|资产占/, 'assets'],
  [/绩效/, 'performance'],
  [/国有资本经营/, 'state_capital'],
  [/政府性基金/, 'government_fund'],
  [/社会保险基金/, 'social_insurance_fund'],
  [/结转|结余/, 'carry_over'],
  [/非税/, 'levy_plan'],
  [/^(?!.*项目支).*基本支出/, 'basic_expenditure'],
  [/^(?!.*基本支出).*项目支出/, 'project_expenditure'],
  [/一般公共预算/, 'general_public_budget'],
  [/财政拨款.*收支|财政拨款收入支出/, 'fiscal_appropriation'],
  [/收支|收入[及和与]?支出/, 'income_expenditure'],
  [/收入/, 'income'],
  [/支出/, 'expenditure'],
]

function headingRole(heading: string): Role | null {
  return HEADING_ROLES.find(([pattern]) => pattern.test(heading))?.[1] ?? null
}
