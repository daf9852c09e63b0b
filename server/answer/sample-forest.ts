import type { SampleText } from './sample-water.ts'

/** A made-up budget with a level, a change and a share to reckon with, and a project printed in parts. */
const FOREST_BUDGET: SampleText = {
  file: 'forest-2031.txt',
  text: `兴化市林业局 2031 年部门预算公开

第一部分 部门概况

一、主要职责

兴化市林业局管理全市林业工作。

二、机构设置及人员情况

编制数 25 人，在职 20 人，退休 6 人。

第二部分 2031 年部门预算公开表

表六 一般公共预算基本支出情况表

单位：万元

经济分类科目编码\t经济分类科目名称\t小计\t人员经费\t公用经费
30101\t基本工资\t150.00\t150.00\t
30201\t办公费\t6.40\t\t6.40
30205\t水费\t0.75\t\t0.75
30211\t差旅费\t9.25\t\t9.25
30213\t维修（护）费\t3.60\t\t3.60
\t合计\t170.00\t150.00\t20.00

表七 项目支出情况表

单位：万元

科目编码\t科目\t项目名称\t项目支出合计\t商品和服务支出\t资本性支出
2130205\t森林资源培育\t湿地公园管护\t30.00\t30.00\t
2130205\t森林资源培育\t湿地公园管护\t12.50\t\t12.50
2130234\t林业草原防灾减灾\t松材线虫防治\t80.00\t80.00\t
2130206\t技术推广与转化\t林果技术培训\t7.50\t7.50\t
\t\t合计\t130.00\t117.50\t12.50

表八 一般公共预算“三公”经费支出情况表

单位：万元

合计\t因公出国（境）费\t公务用车购置费\t公务用车运行费\t公务接待费
7.20\t\t\t6.00\t1.20

第三部分 2031 年部门预算情况说明

一、收支预算情况的总体说明

兴化市林业局 2031 年收支总预算 300.00 万元，比上年增加 60.00 万元，增长 25.00%。

二、一般公共预算支出情况说明

2031 年一般公共预算支出 300.00 万元。基本支出 170.00 万元，占一般公共预算支出的 56.67%。

三、“三公”经费预算情况说明

2031 年“三公”经费预算 7.20 万元，比上年减少 0.80 万元，主要原因是压减接待。

四、其他重要事项

截至 2030 年底，车辆 3 辆，价值 36.00 万元。

林果技术培训项目培训 229 人，每人补助 30 元。
`,
}

/** Final accounts with self-evaluation forms: one project well executed, one half, one not at all. */
const FOREST_ACCOUNTS: SampleText = {
  file: 'forest-2030.txt',
  text: `兴化市林业局 2030 年度部门决算公开

第一部分 部门概况

兴化市林业局管理全市林业工作。

第二部分 部门决算情况说明

一、收入支出决算总体情况说明

2030 年度支出总计 235.00 万元，年初预算支出总计 250.00 万元。

二、财政拨款“三公”经费支出决算情况说明

2030 年度“三公”经费支出全年预算 8.40 万元，支出决算 7.90 万元，比上年减少 1.00 万元，下降 12.50%。

三、项目绩效自评情况

${form({ project: '古树名木保护', budget: '20.00', spent: '18.00', rate: '90.00', score: '95.00', target: '>=40 株', actual: '38 株' })}
${form({ project: '林区道路养护', budget: '50.00', spent: '20.00', rate: '40.00', score: '72.00', target: '>=25 公里', actual: '26 公里' })}
${form({ project: '苗圃改造', budget: '10.00', spent: '0.00', rate: '0.00', score: '61.00', target: '>=3 个', actual: '0 个' })}
`,
}

interface Evaluated {
  readonly project: string
  readonly budget: string
  readonly spent: string
  readonly rate: string
  readonly score: string
  readonly target: string
  readonly actual: string
}

/** A self-evaluation form, torn as such forms come out of a page. */
function form({ project, budget, spent, rate, score, target, actual }: Evaluated): string {
  return `项目支出绩效自评表
（2030 年度）
项目名称 ${project}
主管部门 兴化市林业局 实施单位 兴化市林业局
项目资金（万元）
年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 ${budget} ${budget} ${spent} 10 ${rate}% 9.00 分
年度总体目标
预期目标 实际完成情况
完成${project}。
一级指
标
二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指
标
数量指标
${project}数量
${target} ${actual} 50 45
总分 100 ${score} 分
`
}

export const FOREST_TEXTS: readonly SampleText[] = [FOREST_BUDGET, FOREST_ACCOUNTS]
