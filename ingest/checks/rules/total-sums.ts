import { totalSums } from '../total-sums.ts'
import { sumRule } from './sum-rule.ts'

const HEAD = '部门支出总体情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n'

/** 合计 = Σ rows. */
export const totalSumsRule = sumRule({
  code: 'total-sums',
  title: { zh: '合计行等于各行之和', en: 'Total rows and the rows they add up' },
  reasoning: {
    zh: '合计、小计行等于其上（或其下）第一层各行之和。层次由科目编码、序号判断；有几种读法时，任一种成立即为相符。容差由各数的小数位数和加数个数决定。',
    en: 'A total row adds up the rows of the first level above (or below) it, as codes and numbering tell the levels; where several readings are possible, one that adds up is enough. The tolerance follows from the decimals printed and the number of addends.',
  },
  parts: { zh: '所列各行', en: 'the rows it stands for' },
  sums: totalSums,
  examples: {
    trips: [
      `${HEAD}213\t农林水支出\t300.00\t100.00\t200.00\n221\t住房保障支出\t20.00\t20.00\t\n\t合计\t330.00\t120.00\t200.00\n`,
    ],
    passes: [
      `${HEAD}213\t农林水支出\t300.00\t100.00\t200.00\n221\t住房保障支出\t20.00\t20.00\t\n\t合计\t320.00\t120.00\t200.00\n`,
      `${HEAD}213\t农林水支出\t300.00\t100.00\t200.00\n`,
    ],
  },
})
