import type { GoldQuestion } from '../gold.ts'

/** Two made-up disclosures with the traits of real ones: wrapped names, both number styles, codes, counts, shares. */
export const BUDGET = [
  '新疆维吾尔自治区巴音郭楞蒙古自治州',
  '医疗保障局 2020 年部门预算公开',
  '表一：',
  '单位：万元',
  '210\t15\t01\t行政运行\t1,214.04\t1,214.04\t',
  '210\t15\t99\t其他支出\t50.00\t\t50.00',
  '\t\t\t合计\t1,264.04\t1,214.04\t50.00',
  '巴州医疗保障',
  '局编制数 18 人，房屋 326.3 平方米，价值 13.52 万元。',
  '依据（巴政办发〔2018〕56号），比上年增加 0.2 万元，增长 20.43%。',
  '单位价值 50 万元以上大型设备 0 台。',
  '表八：',
  '单位：万元',
  '6\t\t4\t2',
].join('\n')

export const FINAL_ACCOUNTS = [
  '| 峨边彝族自治县医 疗保障局 | 2023 年决算 |',
  '收支总计 761.05 万',
  '',
  '元，其中：基本支出 486.24，占 63.89%；项目支出 274.81 万元。',
  '年度资金总额 37.71 37.71 36.25 10 100.00% 9.60 分',
  '| 项目 | 指标 | 宣传费（万元） | ≤4 |',
  '| 项目 | 指标 | 检查次数（次） | ≥12 |',
].join('\n')

export const TEXTS: ReadonlyMap<string, string> = new Map([
  ['004_a.txt', BUDGET],
  ['001_b.md', FINAL_ACCOUNTS],
])

export const QUESTIONS: readonly GoldQuestion[] = [
  {
    id: 'q1',
    docs: ['004'],
    question: '巴州医保局 2020 公务接待费2万元还是6万？',
    lang: 'zh',
    kind: 'lookup',
    answer: { type: 'figure', value: '2', unit: '万元', tolerance: '0', accept: [{ value: '20000', unit: '元' }] },
    evidence: [{ doc: '004', lines: [14, 14], raw: '2' }],
    must_say: [['预算', 'budget'], '2'],
  },
  {
    id: 'q2',
    docs: ['004'],
    question: 'How many posts has the Bayingolin Healthcare Security Bureau in 2020?',
    lang: 'en',
    kind: 'count',
    answer: { type: 'figure', value: '18', unit: '人' },
    evidence: [{ doc: '004', lines: [8, 9], raw: '巴州医疗保障局编制数 18 人' }],
  },
  {
    id: 'q3',
    docs: ['001', '004'],
    question: '巴州和峨边两家医保局的总支出各多少，相差多少？',
    lang: 'zh',
    kind: 'compare',
    answer: {
      type: 'figures',
      values: [
        { label: '巴州2020', value: '1264.04', unit: '万元' },
        { label: '峨边2023', value: '761.05', unit: '万元' },
        { label: '差', value: '502.99', unit: '万元' },
        { label: '峨边项目支出占比', value: '36.11', unit: '%' },
      ],
    },
    evidence: [
      { doc: '004', lines: [7, 7], raw: '1,264.04' },
      { doc: '001', lines: [2, 4], raw: '761.05 万元' },
      { doc: '001', lines: [1, 1], raw: '峨边彝族自治县医疗保障局' },
    ],
    must_say: ['差502.99', '63.89'],
  },
]
