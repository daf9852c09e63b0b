import { type Account, type AccountRow, toAccount } from './account.ts'
import { HEADS } from './functional-heads-data.ts'
import { ITEMS } from './functional-items-data.ts'

/** 款 that hold 01 行政运行, 02 一般行政管理事务 and 03 机关服务. */
const ADMINISTERED: readonly string[] = [
  ...[
    '20101',
    '20102',
    '20103',
    '20104',
    '20105',
    '20106',
    '20107',
    '20108',
    '20109',
    '20111',
    '20113',
    '20114',
    '20123',
    '20125',
    '20126',
  ],
  ...[
    '20128',
    '20129',
    '20131',
    '20132',
    '20133',
    '20134',
    '20135',
    '20136',
    '20137',
    '20138',
    '20139',
    '20140',
    '20141',
    '20201',
  ],
  ...[
    '20402',
    '20403',
    '20404',
    '20405',
    '20406',
    '20407',
    '20408',
    '20409',
    '20410',
    '20501',
    '20601',
    '20701',
    '20702',
    '20703',
    '20706',
    '20708',
  ],
  ...[
    '20801',
    '20802',
    '20811',
    '20816',
    '20828',
    '21001',
    '21015',
    '21017',
    '21018',
    '21101',
    '21114',
    '21201',
    '21301',
    '21302',
    '21303',
    '21305',
  ],
  ...[
    '21401',
    '21402',
    '21403',
    '21405',
    '21501',
    '21502',
    '21503',
    '21505',
    '21507',
    '21508',
    '21602',
    '21701',
    '22001',
    '22005',
    '22201',
  ],
  ...['22401', '22402', '22404', '22405'],
]

/** 款 that hold 50 事业运行. */
const WITH_INSTITUTIONS: readonly string[] = [
  ...[
    '20101',
    '20102',
    '20103',
    '20104',
    '20105',
    '20106',
    '20107',
    '20108',
    '20109',
    '20111',
    '20113',
    '20114',
    '20123',
    '20125',
  ],
  ...[
    '20128',
    '20129',
    '20131',
    '20132',
    '20133',
    '20134',
    '20135',
    '20136',
    '20137',
    '20138',
    '20139',
    '20140',
    '20141',
  ],
  ...[
    '20402',
    '20403',
    '20404',
    '20405',
    '20406',
    '20407',
    '20408',
    '20801',
    '20816',
    '20828',
    '21015',
    '21017',
    '21114',
    '21305',
  ],
  ...['21602', '21701', '22001', '22201', '22401', '22404'],
]

/** 款 whose 99 is not named 其他…支出 after the 款, or that hold no 99. */
const ODD_OTHERS: Readonly<Record<string, string | null>> = {
  20126: '其他档案事务支出',
  20199: '其他一般公共服务支出',
  20299: '其他外交支出',
  20399: '其他国防支出',
  20499: '其他公共安全支出',
  20508: '其他进修及培训',
  20599: '其他教育支出',
  20699: '其他科学技术支出',
  20799: '其他文化旅游体育与传媒支出',
  20808: '其他优抚支出',
  20819: null,
  20820: null,
  20821: null,
  20822: '其他大中型水库移民后期扶持基金支出',
  20825: null,
  20826: '财政对其他基本养老保险基金的补助',
  20827: '其他财政对社会保险基金的补助',
  20830: '财政代缴其他社会保险费支出',
  20899: '其他社会保障和就业支出',
  21012: '财政对其他基本医疗保险基金的补助',
  21016: null,
  21099: '其他卫生健康支出',
  21199: '其他节能环保支出',
  21299: '其他城乡社区支出',
  21399: '其他农林水支出',
  21499: '其他交通运输支出',
  21599: '其他资源勘探工业信息等支出',
  21699: '其他商业服务业等支出',
  21799: '其他金融支出',
  22099: '其他自然资源海洋气象等支出',
  22102: null,
  22103: '其他城乡社区住宅支出',
  22499: '其他灾害防治及应急管理支出',
  22999: '其他支出',
}

/** 款 that have one 项 of the same name, numbered 01. */
const SINGLE: readonly string[] = ['21202', '21205', '21206', '21016']

/** 类 that hold no ordinary 项 (funds, transfers, debt): no 99 is made for them. */
const WITHOUT_ITEMS = /^(?:203|209|219|223|227|230|231|232|233|234)/

function recurring(head: AccountRow): readonly AccountRow[] {
  const [code, name, english] = head
  const plain = name.replace(/支出$/, '')
  const rows: AccountRow[] = []
  if (ADMINISTERED.includes(code)) {
    rows.push([`${code}01`, '行政运行', 'administrative operation; administrative operations; administration'])
    rows.push([`${code}02`, '一般行政管理事务', 'general administrative affairs; general administrative management'])
    rows.push([`${code}03`, '机关服务', 'agency services; government office services'])
  }
  if (SINGLE.includes(code)) rows.push([`${code}01`, name, english])
  if (WITH_INSTITUTIONS.includes(code)) {
    rows.push([`${code}50`, '事业运行', 'operation of public institutions; institutional operation'])
  }
  const other = ODD_OTHERS[code]
  if (other !== null && !SINGLE.includes(code) && !WITHOUT_ITEMS.test(code)) {
    rows.push([
      `${code}99`,
      other ?? `其他${plain}支出`,
      `other ${english.split('; ')[0] ?? english}`.replace(/^other other /, 'other '),
    ])
  }
  return rows
}

function assemble(): readonly Account[] {
  const heads = HEADS.filter(([code]) => code.length === 5)
  const own = new Set(ITEMS.map(([code]) => code))
  const generated = heads.flatMap(recurring).filter(([code]) => !own.has(code))
  return [...HEADS, ...ITEMS, ...generated]
    .map((row) => toAccount('functional', row))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/**
 * 支出功能分类科目: every 类, the 款, and the 项 usual in departmental budgets, by code (a parent stands before its children).
 * After 财政部《2024年政府收支分类科目》, written down from memory and NOT yet checked against the text, 支出功能分类科目, with later additions (20141 数据事务) and, as synonyms, the names of
 * earlier years (before the 2018/2019 reform of institutions). 01, 02, 03, 50 and 99 are made by
 * the rules above, which may make a 项 that the ministry does not list.
 */
export const FUNCTIONAL: readonly Account[] = assemble()
