import { codeSums } from '../code-sums.ts'
import { sumRule } from './sum-rule.ts'

const HEAD = '一般公共预算支出情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n'

/** 类 = Σ款, 款 = Σ项. */
export const codeSumsRule = sumRule({
  code: 'code-sums',
  title: { zh: '科目上下级之和', en: 'Accounts and the accounts below them' },
  reasoning: {
    zh: '表内每一类等于其各款之和，每一款等于其各项之和。只比较表中列有下级科目的科目；每个非零数按其末位小数的一半计容差，以“元”列两位小数的不容差。',
    en: 'In a table each class is the sum of its groups and each group of its items. Tried only where lower accounts are printed; every figure that is not zero may be off by half of its last decimal, fen not at all.',
  },
  parts: { zh: '下级科目', en: 'the accounts below it' },
  sums: codeSums,
  examples: {
    trips: [
      `${HEAD}213\t农林水支出\t300.00\t100.00\t200.00\n21303\t水利\t300.00\t100.00\t200.00\n2130301\t行政运行\t100.00\t100.00\t\n2130305\t水利工程建设\t190.00\t\t190.00\n`,
    ],
    passes: [
      `${HEAD}213\t农林水支出\t300.00\t100.00\t200.00\n21303\t水利\t300.00\t100.00\t200.00\n2130301\t行政运行\t100.00\t100.00\t\n2130305\t水利工程建设\t200.00\t\t200.00\n`,
      `${HEAD}213\t农林水支出\t300.00\t100.00\t200.00\n`,
    ],
  },
})
