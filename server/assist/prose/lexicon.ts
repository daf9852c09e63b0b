/** What a word of prose claims of the figure it stands beside; "plain" claims nothing. */
export const CLAIMS = [
  'plain',
  'budget',
  /** The budget as it was first set, not as it was adjusted in the year. */
  'initial',
  'final',
  /** Of a department with all its units, or of one unit: two disclosures may bear one name. */
  'whole-department',
  'one-unit',
  'received',
  'paid-out',
  'up',
  'down',
  'moved',
  'since-last-year',
  'sum',
  'difference',
  'share',
  'average',
  'three-public',
  'basic',
  'project',
  'general-fund',
  'government-fund',
  'state-capital',
  /** 年 behind a year. */
  'year-mark',
  /** Several names are told first, and their figures after them in the same order. */
  'respectively',
  /** A reason or a purpose: for passages to tell. */
  'reason',
] as const
export type Claim = (typeof CLAIMS)[number]

/**
 * The words that a model may write by itself: all others must be those of the evidence. None of them says a number, an
 * amount, a limit, a rank, a comparison or a negation of its own. Plain words of administrative Chinese; the fiscal ones are
 * those of the ministry's own table titles and column heads (预算数, 决算数, 一般公共预算 …). Parted by white space.
 */
export const CHINESE_WORDS: Readonly<Record<Claim, string>> = {
  plain: `
    的 了 在 是 为 和 与 及 其 该 此 这 那 由 从 对 于 并 也 中 里 即 按 据 而 则 用 有 另 您 系 见 指 写 表 本 所列 所示 所属
    根据 按照 依据 依照 资料 文件 材料 公开 公开文件 公开资料 公开信息 信息 显示 列示 列出 列明 载明 写明 写道 说明 表明 记载 提到 指出
    表述 以及 此外 另外 同时 另见 关于 对于 有关 相关 这项 该项 这笔 该笔 这个 该数 此数 这些 该单位 该局 该部门 该机构
    单位 部门 机构 金额 数额 数字 资金 款项 情况 内容 方面 项目 科目 指标 名称 口径 表中 表格 文字 所问
    查询 结果 答案 来源 出处 参见 详见 可见 查到 找到 收录 得到 列入 反映 体现 具体 具体为 具体是 数为 数是 即为 指的是 用于 涉及
    该年 这里 上述 如下 下列 来看 而言 来说 供参考 请注意 需要说明 需要说明的是 需要注意 还有 可以 数据
  `,
  budget: `
    预算 预算数 预算安排 安排 计划 拟 拟安排 编列 预算金额 预算为 不是实际支出 并非实际支出 不代表实际支出 不等于实际支出
  `,
  initial: '年初预算 年初预算数',
  'whole-department': '部门预算 部门决算 本部门',
  'one-unit': '单位预算 单位决算 本单位',
  received: '收入',
  'paid-out': '支出 经费 费用',
  final: '决算 决算数 实际 实际支出 实际发生 实际发生数 实际执行 执行 执行数 支出了 花费 花了 使用了',
  up: '增加 增长 上升 提高 增加额 增幅 增长率 增加了 增长了 上升了 提高了 增加额为 增幅为 增长率为',
  down: '减少 下降 降低 压减 减少额 降幅 下降率 减少了 下降了 降低了 压减了 减少额为 降幅为',
  moved: '变化 变动 变化额 变动额 变化率 变动情况',
  'since-last-year': '比上年 较上年 与上年相比 同上年相比 和上年相比 比上年度 较上年度 同比 上年 比上年预算 较上年预算',
  sum: '和为 和是 合计 共计 总计 总和 之和 合计为 共计为 加起来',
  difference: '相差 差额 差距 之差 差额为',
  share: '占 占比 比例 比重 所占比例 所占比重 占比为',
  average: '平均 平均为',
  'three-public': '三公 “三公” 三公经费 “三公”经费 三公经费支出 “三公”经费支出 “三公”经费支出表 三公经费支出表',
  basic: '基本支出 基本支出表',
  project: '项目支出 项目支出表',
  'general-fund': '一般公共预算 一般公共预算支出 一般公共预算拨款 财政拨款 一般公共预算财政拨款',
  'government-fund': '政府性基金 政府性基金预算 政府性基金预算支出',
  'state-capital': '国有资本经营 国有资本经营预算 国有资本经营预算支出',
  'year-mark': '年 年度',
  respectively: '分别 分别为 分别是',
  reason: '原因 原因是 因为 因 由于 目的 目的是 用途 用途是 依据是 职责 职责是 主要 主要是 主要用于 具体包括 分为 负责',
}

/** The same in English, parted by commas. */
export const ENGLISH_WORDS: Readonly<Record<Claim, string>> = {
  plain: `
    the,a,an,of,in,on,for,to,by,from,with,at,as,is,are,was,were,be,been,being,it,its,this,that,these,those,and,which,who,whose,here,there,
    according,based,under,document,documents,disclosure,disclosures,report,reports,statement,statements,table,tables,text,passage,
    says,say,said,states,state,stated,shows,show,shown,lists,list,listed,gives,give,given,reports,reported,records,recorded,sets,set,
    figure,figures,amount,amounts,item,items,entry,value,name,named,called,known,question,asked,answer,source,sources,
    bureau,office,department,unit,organisation,organization,agency,authority,local,government,public,published,official,
    money,fund,funds,funding,category,purpose,account,line,section,title,
    comes,came,stands,stood,appears,appear,found,held,also,besides,in addition,further,furthermore,moreover,meanwhile,
    please,note,see,refer,reference,regarding,concerning,relating,related,respect,namely,such,under the heading,
    has,have,had,does,do,did,be,their,they,fiscal,financial,year,the year,
    put at,put,amounts to,amounted to,came to,comes to,stands at,stood at,was set at,is set at,equals
  `,
  budget: `
    budget,budgets,budgeted,budgeting,planned,plan,plans,allocated,allocates,allocation,appropriated,earmarked,set aside,
    not actual spending,not money spent,not what was spent
  `,
  initial: 'initial budget',
  'whole-department': 'department budget,department accounts',
  'one-unit': 'unit budget,unit accounts',
  received: 'revenue,revenues,income',
  'paid-out': 'expenditure,expenditures,expense,expenses',
  final: 'final accounts,final,spent,spend,spends,spending,actual,actually,paid,pays,expended,outturn',
  up: 'rose,rise,rises,risen,rising,increased,increase,increases,increasing,grew,grow,grows,grown,growth,went up',
  down: `
    fell,fall,falls,fallen,falling,decreased,decrease,decreases,decreasing,declined,decline,declines,dropped,drop,drops,
    reduced,reduction,went down
  `,
  moved: 'change,changes,changed',
  'since-last-year': `
    from the previous year,over the previous year,compared with the previous year,year on year,from the year before,
    over the year before,compared with the year before
  `,
  sum: 'together,combined,in total,sum,total',
  difference: 'difference,gap',
  share: 'share,proportion,percentage',
  average: 'average,mean',
  'three-public': 'three public expenses,three public,three public table',
  basic: 'basic expenditure',
  project: 'project expenditure',
  'general-fund': 'general public budget',
  'government-fund': 'government fund budget,government funds',
  'state-capital': 'state capital budget',
  'year-mark': '',
  respectively: 'respectively',
  reason: 'because,reason,reasons,purpose,mainly,used for,due to',
}
