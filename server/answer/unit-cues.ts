import type { FactKind } from '../../ingest/domain/fact.ts'

/** What a question counts or measures, and in which units documents print that; the first that fits is meant. */
const COUNTED: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /百分之|百分比|百分点|多少%|几成|(?<!年)[率度](?:目标|指标|要求)?(?:是|定|为|达|写|要)?(?:的是)?(?:在)?(?:多少|几|百分)|percent|percentage|wh(?:at|ich) share|what portion|what % of|% of |what proportion|\brate\b|满意度|覆盖率|参保率/i,
    ['%'],
  ],
  [/(?:多少|几)(?:个|位|名|多)?人次|人次(?:是|为)?(?:多少|几)|人次\s*[?？]?$|visits|person-times/i, ['人次', '人']],
  [/(?:多少|几)万人/i, ['万人', '人', '人次']],
  [
    /(?:多少|几)(?:个|位|名)?(?:在职|退休|离休|编制|工勤)?(?:的)?(?:人(?!均)|名|位|职工|员工|专家|教师|学生|老人|老年人|儿童|孤儿|残疾人|群众|居民|农民|患者|村民)|人数|how many (?:[a-z/-]+ ){0,4}?(?:people|persons?|staff|employees|workers|experts|participants|beneficiaries|retirees|students|teachers|officials|civil servants|posts|positions)|headcount|(?:多少|几)个编制|编制(?!范围).{0,6}(?:多少|几)/i,
    ['人', '名', '人次', '万人'],
  ],
  [
    /(?:多少|几)(?:辆|台(?:公务|车|小)|部)|几台.{0,4}车|多少.{0,4}车(?!.{0,6}(?:费|经费|支出|钱))|车.{0,4}(?:多少|几)辆|保有量|how many (?:[a-z-]+ ){0,3}(?:vehicles|cars)/i,
    ['辆', '台'],
  ],
  [
    /平方米|面积|square met|floor area|how large\b.{0,40}\b(?:buildings?|premises|space|area|offices?|house|housing|floor|land|site)\b/i,
    ['平方米', '万平方米', '平方公里', '㎡', '亩', '万亩', '公顷'],
  ],
  [
    /(?:多少|几)次|次数|how many times(?! (?:as|the|larger|bigger))|how often|how many (?:[a-z-]+ ){0,3}(?:inspections?|trainings?|visits|sessions|surveys|activities)/i,
    ['次', '批次', '场', '期'],
  ],
  [/(?:多少|几)批|批次\s*[?？]?$/i, ['批次', '批']],
  [/(?:多少|几)份|how many (?:[a-z-]+ ){0,3}(?:copies|brochures|leaflets|booklets)/i, ['份', '册']],
  [/(?:多少|几)条/i, ['条']],
  [
    /(?:多少|几)(?:家|所)|how many (?:[a-z-]+ ){0,3}(?:institutions|hospitals|schools|units|pharmacies)/i,
    ['家', '所', '个'],
  ],
  [
    /(?:多少|几)(?:台|套|张|组|户|期|场|天|小时|分钟|度)/i,
    ['台', '台（套）', '台(套)', '套', '张', '组', '户', '期', '场', '天', '小时', '分钟', '度'],
  ],
  [
    /(?:多少|几)(?:个|项)|how many (?:[a-z-]+ ){0,3}(?:projects|divisions|departments|offices|items|rows|lines|categories|accounts)|how many of\b|有几|共几/i,
    ['个', '项', '家', '名', '人'],
  ],
  [/得分|几分(?!钟|之)|总分|多少分(?!钟|之)|评分|score/i, ['分']],
  // Whatever else is asked for by number is no money.
  [/(?:多少|几)万?页/, ['页', '万页']],
  [/(?:多少|几)万?亩/, ['亩', '万亩']],
  [/(?:多少|几)万?公里/, ['公里', '千米', '万公里']],
  [/(?:多少|几)万?吨/, ['吨', '万吨']],
  [/(?:多少|几)万?[株棵]/, ['株', '万株', '棵', '万棵']],
  [/(?:多少|几)万?[件卷册]/, ['件', '万件', '卷', '万卷', '册', '万册']],
  [/(?:多少|几)[座处宗头只]/, ['座', '处', '宗', '头', '只', '个']],
  [/(?:多少|几)万?立方米/, ['立方米', '万立方米', '亿立方米']],
  [/(?:多少|几)公顷/, ['公顷']],
  [/(?:多少|几)(?:公斤|千克)/, ['公斤', '千克', '吨']],
  [/(?:多少|几)万?米/, ['米', '公里', '万米']],
  [/(?:多少|几)(?:学时|课时)/, ['学时', '课时']],
  [/(?:多少|几)(?:栋|幢|间)/, ['栋', '幢', '间']],
  [/(?:多少|几)(?:例|起)/, ['例', '起', '件']],
  [/(?:多少|几)(?:种|类)(?!项目|支出)/, ['种', '类', '个']],
  [/(?:多少|几)张?床(?:位)?/, ['张', '床', '个']],
  [
    /how many\b(?!.{0,12}(?:yuan|million|RMB))/i,
    [
      '个',
      '家',
      '所',
      '处',
      '座',
      '项',
      '件',
      '户',
      '人',
      '名',
      '人次',
      '次',
      '份',
      '条',
      '台',
      '套',
      '辆',
      '吨',
      '公里',
      '亩',
      '期',
      '场',
      '批',
    ],
  ],
]

/** Units that a kind of figure has by nature; null where it may have any. */
function unitsOfKind(kind: FactKind | undefined): string[] | null {
  if (kind === 'share' || kind === 'rate') return ['%']
  return kind === 'score' ? [] : null
}

/** Units of the figure asked for; [] where any will do. Money is asked for by amount words and sets no unit. */
export function unitCue(question: string, kind: FactKind | undefined): string[] {
  const natural = unitsOfKind(kind)
  if (natural !== null) return natural
  if (
    /多少(?:钱|万(?!人|户|份|次)|元|亿)|几万(?!人)|金额|how much (?:money )?(?:did|was|is|does|will|for)|多少经费/i.test(
      question,
    ) &&
    !/百分之|多少%/.test(question)
  )
    return []
  for (const [pattern, units] of COUNTED) if (pattern.test(question)) return [...units]
  return []
}
