import { sideSums } from '../side-sums.ts'
import { sumRule } from './sum-rule.ts'

const HEAD =
  '部门收支总体情况表\n单位：万元\n\n收入\t预算数\t支出\t预算数\n一、财政拨款\t300.00\t213 农林水支出\t300.00\n'

/** 收入总计 = 支出总计. */
export const sideSumsRule = sumRule({
  code: 'side-sums',
  title: { zh: '收支总计相等', en: 'Income and expenditure come to the same' },
  reasoning: {
    zh: '收支总表、财政拨款收支总表左右两边的总计相等。只比较同一行上两边都列出的总计。',
    en: 'In a table of income beside expenditure the grand totals of both sides are the same. Tried only where both stand in one row.',
  },
  parts: { zh: '另一边', en: 'the other side' },
  sums: sideSums,
  examples: {
    trips: [`${HEAD}收入总计\t300.00\t支出总计\t310.00\n`],
    passes: [`${HEAD}收入总计\t300.00\t支出总计\t300.00\n`, `${HEAD}本年收入合计\t300.00\t本年支出合计\t300.00\n`],
  },
})
