import { columnSums } from '../column-sums.ts'
import { sumRule } from './sum-rule.ts'

const HEAD = '部门支出总体情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n'

/** 合计 = Σ columns. */
export const columnSumsRule = sumRule({
  code: 'column-sums',
  title: { zh: '合计栏等于各栏之和', en: 'Total columns and the columns they add up' },
  reasoning: {
    zh: '每一行中，合计、小计栏等于同一表头下其余各栏之和；“其中”栏、比率、人数、数量等栏不相加。空白按无数处理。容差由小数位数和加数个数决定。',
    en: 'In each row a total column is the sum of the columns under the same header; columns of 其中, rates, head counts and quantities are not added up, blanks count as nothing. The tolerance follows from the decimals printed and the number of addends.',
  },
  parts: { zh: '同行各栏', en: 'the columns of its row' },
  sums: columnSums,
  examples: {
    trips: [
      `${HEAD}213\t农林水支出\t300.00\t110.00\t200.00\n221\t住房保障支出\t20.00\t20.00\t\n\t合计\t320.00\t130.00\t200.00\n`,
    ],
    passes: [
      `${HEAD}213\t农林水支出\t300.00\t100.00\t200.00\n221\t住房保障支出\t20.00\t20.00\t\n\t合计\t320.00\t120.00\t200.00\n`,
      `${HEAD}213\t农林水支出\t300.01\t100.00\t200.00\n221\t住房保障支出\t20.00\t20.00\t\n\t合计\t320.01\t120.00\t200.00\n`,
    ],
  },
})
