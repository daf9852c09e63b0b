import { z } from 'zod'
import { sourceSchema } from './source.ts'

/**
 * What a table holds, told by its content (codes, headers) first and its title second. Also used as the scope of a
 * sentence, from the section it stands in.
 */
export const roleSchema = z.enum([
  'income_expenditure', // 收支总表
  'income', // 收入总表
  'expenditure', // 支出总表
  'fiscal_appropriation', // 财政拨款收支总表
  'appropriation_economic', // 财政拨款支出（部门经济分类）
  'general_public_budget', // 一般公共预算支出表, by function
  'basic_expenditure', // 一般公共预算基本支出表, by economic code
  'project_expenditure', // 项目支出表
  'three_public', // “三公”经费
  'government_fund', // 政府性基金
  'state_capital', // 国有资本经营
  'social_insurance_fund', // 社会保险基金
  'carry_over', // 上年结转结余
  'procurement', // 政府采购
  'purchased_services', // 政府购买服务
  'assets', // 国有资产
  'levy_plan', // 征收计划, 非税收入
  'performance', // 绩效目标, 绩效自评
  'operating_expense', // 机关运行经费
  'organization', // 机构设置及人员
  'other',
])
export type Role = z.infer<typeof roleSchema>

/** A cell that is not blank; its meaning comes from its row and column. */
export const cellSchema = z.object({
  row: z.number().int().nonnegative(),
  column: z.number().int().nonnegative(),
  text: z.string(),
  source: sourceSchema,
})
export type Cell = z.infer<typeof cellSchema>

/** A column with all levels of its header. */
export const columnSchema = z.object({
  /** Header words of all levels, outermost first, spaces between characters removed. */
  path: z.array(z.string()),
  kind: z.enum(['code', 'label', 'amount', 'text']),
  /** Unit stated in the header itself, else null. */
  unit: z.string().nullable(),
})
export type Column = z.infer<typeof columnSchema>

/** A row with what its code and name say. */
export const rowSchema = z.object({
  kind: z.enum(['item', 'total', 'note']),
  /** Classification code resolved from the code columns, the label and the rows above; null where there is none. */
  code: z.string().nullable(),
  /** Name of the row itself (项目, 科目), normalised; "" where the row prints none. */
  label: z.string(),
  /** Names of the rows that contain this one, outermost first. */
  parents: z.array(z.string()),
  source: sourceSchema,
})
export type Row = z.infer<typeof rowSchema>

export const tableSchema = z.object({
  /** Unique within the corpus: document id, "-t", running number. */
  id: z.string(),
  /** "表八", "表 3-2"; null where the table has none. */
  number: z.string().nullable(),
  title: z.string(),
  role: roleSchema,
  /** Unit that holds for the whole table. */
  unit: z.string().nullable(),
  /** The project a performance or project form is about. */
  project: z.string().nullable(),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  /** Non-empty cells below the header; `row` and `column` index `rows` and `columns`. */
  cells: z.array(cellSchema),
  /** The note that declares the table empty, if there is one. */
  emptyNote: z.object({ text: z.string(), source: sourceSchema }).nullable(),
  source: sourceSchema,
})
/** A table is a set of cells with paths. */
export type Table = z.infer<typeof tableSchema>
