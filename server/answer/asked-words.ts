/**
 * What a question for words asks for. Each has a shape in documents: a reason follows 主要原因是, a basis names a document,
 * a purpose follows 主要用于. The words are the usual ones of Chinese budget disclosures and of everyday questions.
 */
export interface AskedShape {
  readonly name: string
  /** Words of a question, Chinese and English, that ask for it. */
  readonly asked: RegExp
  /** What a sentence that plainly tells it has. */
  readonly told: RegExp
  /** Words that a sentence telling it may have, as others do too. */
  readonly hinted: RegExp
  /** What the heading, or the words before the colon, of a passage that tells it say; null where none is usual. */
  readonly field: RegExp | null
}

const SHAPES: readonly AskedShape[] = [
  {
    name: 'meaning',
    asked: /是什么意思|(?<!为)什么是|什么叫|是指|定义|含义|怎么理解|\bmean(?:s|ing)?\b|define|definition|stand for/i,
    told: /指/,
    hinted: /是.{2,40}的/,
    field: /名词解释/,
  },
  {
    name: 'reason',
    asked:
      /为什么|为何|为啥|因为什么|什么原因|原因|怎么回事|怎么(?:是|会|就|又|没|不|变|解释)|怎么.{0,8}[涨跌降减增少多掉缩砍翻高低升]|如何解释|咋(?:回事|涨|降|少|多|没|变)|哪去了|缘[故由]|起因|理由|由来|\bwhy\b|\breasons?\b|how come|what (?:caused|explains|drove|led|accounts? for|lies behind)|\bexpla(?:in|nation)|because of what|due to what/i,
    told: /原因|因为|由于|主要(?:是|系)|系[因由]|(?<![公其])因(?!公)/,
    hinted: /调整|受.{1,12}影响|变动|为.{2,30},/,
    field: /原因|说明$/,
  },
  {
    name: 'basis',
    asked:
      /依据|(?:哪|什么)(?:个|份|些|条|部)?(?:文件|规定|政策|法|办法|制度|通知|标准)|根据(?:什么|哪)|法律基础|(?:what|which) (?:policy |legal |official )?(?:documents?|polic(?:y|ies)|regulations?|laws?|rules?|notices?)|on what basis|(?:legal|policy) basis|basis (?:for|of)|under (?:what|which)/i,
    told: /依据|[〔【［[](?:19|20)\d\d[〕】］\]]|《/,
    hinted: /根据|按照|按.{1,20}规定|\d+号|通知|办法|文件/,
    field: /依据/,
  },
  {
    name: 'problem',
    asked: /问题|不足|短板|困难|薄弱|problems?\b|difficult|weakness|shortcoming|issues? (?:did|does|were|was)/i,
    told: /(?:存在|发现).{0,12}问题|问题(?:及|是|:|如下)|不足|困难|薄弱|匮乏|缺乏|不够/,
    hinted: /问题|不高|有待|不强|较(?:大|低|少)/,
    field: /问题|不足/,
  },
  {
    name: 'measures',
    asked:
      /下一步|改进|措施|怎么(?:办|改|处理|解决|应对|整改)|举措|对策|打算(?:怎么|如何|做)|计划(?:怎么|如何|做)|重点工作|next steps?|measures?|improve|remed(?:y|ies)|address|plans? to do|deal with|tackle/i,
    told: /措施|下一步|打算|一是|实行|加大.{0,20}力度/,
    hinted: /加强|强化|推进|开展|提高|落实|完善|建立|改进|加大/,
    field: /下一步|措施|改进|打算|重点工作/,
  },
  {
    name: 'divisions',
    asked:
      /科室|处室|股室|内设|下设|下属|下面|构成|哪(?:几个?|些|\d+个?|[一二两三四五六七八九十]+个?)(?:预算|内设|二级)?(?:科|处|股|部门|机构|单位|中心)|机构设置|牌子|合署|divisions|departments|sections|cent(?:re|er)s|subordinate|internal (?:units?|organi)|units? (?:does|are|under|below)|affiliated/i,
    told: /下设|内设|设有|设\d+个|加挂|合署|(?:决算|预算)(?:编制范围)?(?:的单位)?(?:是)?包括/,
    hinted: /设置|分别是|下属|包括|纳入|构成/,
    field: /机构设置|单位构成|机构情况|内设机构/,
  },
  {
    name: 'duties',
    asked:
      /职责|职能|负责(?:什么|啥|哪|些)|管(?:什么|啥|些|哪)|分工|协作|干(?:什么|啥|嘛)的|duties|duty|responsib|mandate|functions?\b/i,
    told: /负责|职责|分工|组织实施|指导|监督|承担/,
    hinted: /贯彻|组织|协调|建立/,
    field: /职责|职能|分工/,
  },
  {
    name: 'manner',
    asked:
      /怎么(?!样)|怎样|如何|什么(?:方式|程序|流程|办法|标准|形式|渠道|制度)|方式|程序|步骤|方案|how (?:is|are|was|were|does|do|did|will|would|should|can)\b/i,
    told: /方式|程序|流程|通过.{2,30}(?:发放|拨付|进行|开展)|打入|打卡|每[条人座年月户个套]/,
    hinted: /发放|拨付|标准|分配|采取|签订|委托|建立|实行|步骤|通过|审批/,
    field: /方式|程序|流程|分配|方案|标准|步骤/,
  },
  {
    name: 'recipients',
    asked:
      /(?:哪些|什么|哪类|哪几类|什么样的?)(?:人|群体|对象|病人|群众|企业)|对象|受益|谁(?:能|可以|享受|受益|来领)|(?:给|发给|补给|接待了?|面向|针对)谁|在哪(?:里|儿)?.{0,4}的|who (?:benefits?|receives?|is eligible|are|gets?|qualif)|(?:which|what) (?:groups?|people|persons?|patients?|categor|households?|residents?)|for whom|beneficiar|eligible|received whom/i,
    told: /对象|受益|为.{1,40}(?:提供|发放)|对.{1,60}(?:进行|给予|开展)|面向|享受/,
    hinted: /人员|群体|群众|病人|职工|户|接待/,
    field: /对象|受益|范围/,
  },
  {
    name: 'agent',
    asked:
      /谁|哪家|哪个(?:机构|公司|单位|部门|科|处|股|企业)|什么(?:机构|公司|单位|部门)|叫什么|什么名字|名称|负责人|联系人|\bwho\b|which (?:division|department|section|institution|company|body|agency|firm|bank|organi[sz]ation|unit)|whose|(?:is|are) called|name of/i,
    told: /委托|承担单位|由.{2,20}(?:负责|承担|实施|组织)|会计师事务所/,
    hinted: /公司|机构|负责|医院|单位|承担|名称|局|起草|受理/,
    field: /主体|承担单位|实施单位|责任单位|名称|负责人/,
  },
  {
    name: 'purpose',
    asked:
      /用途|用于|用在|用来|拿来|干嘛|干啥|干什么|做什么|派什么用|花在|什么上面|什么用|开支(?:什么|内容|在)|(?:用|花|交|买|付|缴|支|采购|购置|接待)了?(?:的)?(?:是)?(?:什么|啥)|哪些方面|主要用|作用|目的|意义|目标|为了什么|(?:what|which) .{0,160}\b(?:for|cover|covers|fund|funds|finance|buy|buying|bought|purchas\w+|pay|pays|spent|spend)\b|used (?:for|to|on)|meant (?:for|to)|intended|purpose|\baims?\b|objective|goal|spent on/i,
    told: /用于|用来|主要用|开支内容|用途|用作/,
    hinted: /包括|支付|保障|购买|采购|目标|目的|分配|为了|缴纳|经费|部分/,
    field: /用途|用于|分配|内容|概述|目标|开支/,
  },
  {
    name: 'content',
    asked:
      /内容|包括|包含|涵盖|什么|啥|哪|来源|(?:what|which) (?:service|goods|equipment|activit|works?|items?|kinds?|sorts?|types?|tasks?|happened)|include|consist|compris|contain|what (?:does|do|did|was|were|is|are|has|have)\b|which|come from|source of/i,
    told: /包括|内容|主要(?:是|用于|为)/,
    hinted: /开展|购买|采购|项目|服务|设备/,
    field: /内容|方案|概述|目标/,
  },
  {
    name: 'time',
    asked:
      /什么时候|何时|期限|执行时间|多久|周期|时间(?:段|范围)|哪天|几月|\bwhen\b|deadline|due date|period|time ?frame|by what date/i,
    told: /\d+月|\d+日|时间|期限/,
    hinted: /年底|年前|年/,
    field: /时间|周期|期限/,
  },
  {
    name: 'place',
    asked: /在哪(?:里|儿)?|哪里|哪儿|什么地方|何处|地址|\bwhere\b|location/i,
    told: /在[^此建]|位于|地址/,
    hinted: /于/,
    field: /地址|地点/,
  },
]

/** Asking for a number, and not for words. */
const NUMBER =
  /多少|百分之|几(?:成|万|元|亿|人次|人(?!员)|次|辆|台|份|名|条|户|期|天|分(?!工)|家|项|笔)|how (?:much|many|large|often|far)|by what percent|what percent/i

/** Shapes a question asks for, the most telling first; [] where it asks for none. */
export function shapesAsked(question: string): readonly AskedShape[] {
  const found = SHAPES.filter(({ asked }) => asked.test(question))
  // "What is it meant to pay for" has words of content too; the more telling shapes come first in the list.
  return found.slice(0, 3)
}

/** Whether a question for figures asks for words beside them ("差多少，为什么", "16万元怎么分配"). */
export function asksForWordsToo(question: string): boolean {
  return (
    WHY.test(question) ||
    /依据|怎么分配|如何分配|用途|做什么用|(?:从)?哪(?:里)?来的?|来自哪|basis|come from/i.test(question)
  )
}

/** Whether a question asks for a reason, by whatever comparison of figures. */
export function asksWhy(question: string): boolean {
  return WHY.test(question)
}

const WHY = /为什么|为何|为啥|原因|怎么回事|缘[故由]|起因|理由|\bwhy\b|\breasons?\b|how come/i

/** Asking words that name nothing: they are no words to look for in a document. */
const ASKING =
  /(?:比|较|与|同|和)?(?:上年度?|去年|上一年|前一年)(?:度)?(?:相比)?|(?:比|compared (?:with|to)|than) (?:the )?(?:previous|last|prior) year|为什么|为何|为啥|因为什么|怎么(?:回事|解释|办|样)?|怎样|如何|干(?:嘛|啥|什么)|做什么|拿来|用来|打算|具体|什么|啥|咋|原因|缘[故由]|起因|理由|哪(?:些|个|家|份|几|里|儿|去了|类)?|谁|到底|究竟|主要|呢|吗|的话|材料里|文件里|说是?|据说|解释|一分没(?:花|用)|这么多|那么多|这么|那么|一半多?|一倍多?|将近|大幅|几乎|钱|(?<![重主])要(?!求|素|点|害)|做|事(?:情)?(?!业|务|项|故)|叫|按(?![期时月季照规])|由(?!于)|(?<![未])来(?![源访信华])|从(?![业事])|到(?![位期账])|(?<![存所内])在(?![职岗编校建册线])|把|被(?![征保])|(?<![针应核])对(?![象外口接账])|(?<!补)给(?![予付水排])|(?<![取获所])得(?!分)|着(?!力)|\b(?:mainly|mostly|actually|meant|intended|used?|using|spent|spend|spending|cover(?:s|ed)?|pay|pays|paid|buy|buying|bought|main|money|funds?|project'?s?|groups? of|kinds? of|go(?:es)?|went|get|gets|got|about|into|s)\b/gi

/** The question without its asking words, which leaves what to look for. */
export function withoutAsking(text: string): string {
  return text.replace(ASKING, ' ')
}

/** Questions whose asking word calls for words, not for a figure. */
const WORDS =
  /为什么|为何|为啥|怎么|咋|怎样|如何|什么|啥|哪|谁|干嘛|原因|缘[故由]|起因|理由|依据|用途|职责|职能|方案|何时|几月|\bwhy\b|\bexplanations?\b|(?:^|[,;:]\s*)when (?:is|was|were|are|did|do|does|will|must|should|has|have|shall)\b|by when\b|by what date|\bwho(?:m|se)?\b|\bwhere\b|\bhow\b(?! (?:much|many|large|often|far))|on what basis/i
/** The same in English, where "what" and "which" may ask for either. */
const ENGLISH_WORDS =
  /(?:what|which) (?:kinds? of |sorts? of |types? of |main |specific |internal |policy |legal |official )*(?:for\b|reasons?|documents?|polic(?:y|ies)|regulations?|laws?|rules|problems?|services?|works?\b|measures?|steps|tasks?|activit|equipment|goods|groups?|people|persons|households|patients|beneficiar|institutions?|compan(?:y|ies)|agenc(?:y|ies)|bod(?:y|ies)|divisions?|departments?|sections?|offices|cent(?:re|er)s?|areas|purposes?|(?:(?:subordinate|affiliated|lower-level) )+(?:budget )?(?:unit|bod(?:y|ies)|institution)|(?:subordinate |affiliated |lower-level |budget )?(?:units|organi[sz]ations|entities|schools|hospitals)|duties|responsibilit|procedures?|reforms?|changes? (?:explain|led|caused)|caused|explains|led|drove|happened)|what (?:does|do|did|will|would|should|can)\b.{0,200}\b(?:cover|pays? for|paying for|include|consist|contain|mean|fund|finance|buy|purchase|support|involve|entail|do)\b|what (?:is|are|was|were) (?!the (?:amount|budget|figure|target|number|share|rate|total|value|sum)).{0,200}\b(?:for|used|meant|intended|spent|on|buying|doing|paying|responsible|called)\W*$|what (?:is|are|was|were) .{0,200}\b(?:meant|intended|used|spent) (?:for|to|on)\b|what (?:was|were|is|are|has been|have been) (?:bought|purchased|procured|acquired|done|found|covered|included|achieved|decided|planned|improved)|what (?:is|are|was|were) .{0,60}\b(?:basis|reasons?|purposes?|measures|steps|duties|responsibilit\w+|problems?)\b/i
/** Characters in which an English question has said what it asks; its patterns look ahead, and long ones would be slow. */
const ENGLISH_LENGTH = 400
/** Asking words that nevertheless call for a figure, a list of figures or a pick among figures. */
const FIGURES =
  /怎么样|什么(?:水平|情况|比例|数|单位)|哪(?:些|几个|个|项|笔|块|类|年|家|一?[个项年家])?(?:.{0,12})(?:最|更|较|超过|低于|高于|没完成|完成得)|(?:最|更).{0,8}(?:哪|谁|什么)|哪(?:些|几个|几[项笔块类]|项|笔|块|年)(?:项目|支出|收入|经费|科目|指标|资金|钱)?$|哪(?:些|几个?|几[项笔])(?:项目|支出|收入|经费|科目|指标|收支)|金额|\b(?:highest|lowest|largest|smallest|most|least|bigger|larger|higher|lower than)\b/i

/** Whether a question is for words: it asks why, who, how or what for, and for no figure. */
export function asksForWords(question: string): boolean {
  return (
    (WORDS.test(question) || ENGLISH_WORDS.test(question.slice(0, ENGLISH_LENGTH))) &&
    !FIGURES.test(question) &&
    !NUMBER.test(question)
  )
}
