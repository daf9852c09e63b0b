/** What a question wants done with figures, told by its words; null where it only asks for one. */
export interface CalculationCue {
  readonly kind: 'rank' | 'difference' | 'sum' | 'share' | 'previous' | 'per' | 'top' | 'gap'
  /** How many of the top are wanted. */
  readonly count: number
  readonly ascending: boolean
}

const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
}
const TOP =
  /(?:最[大高多]的?(?:前)?|前)\s*([一二两三四五六七八九十\d]+)\s*(?:大|项|个|笔|名|家)|(?:top|largest|biggest|highest)\s+(\d+|one|two|three|four|five|ten)/i
const ASCENDING = /从低到高|从小到大|由低到高|最低|最少|最小|lowest|smallest|least|ascending/i

const CUES: readonly (readonly [RegExp, CalculationCue['kind']])[] = [
  [
    /倒推|反推|倒算|推算.{0,4}(?:上年|去年|前一年)|上年(?:的)?(?:执行数|决算数?|预算数?|数)?(?:是|大概是|大约是|大概|约)(?:多少|几)|去年(?:的)?.{0,6}是多少|work(?:ing)? back|previous year'?s? (?:figure|amount)/i,
    'previous',
  ],
  [/人均|平均每|人次?平均|per (?:head|capita|person|visit|employee)/i, 'per'],
  [
    /完成(?:了)?(?:目标|任务|指标)?(?:了)?吗|达标|是否达到|达到(?:了)?目标|(?:与|比|和)(?:目标|计划)(?:值)?(?:相)?(?:差|多|少)|超(?:没超|过|了)?.{0,4}目标|目标.{0,8}超|short of (?:the )?target|(?:meet|exceed) (?:the |its )?target/i,
    'gap',
  ],
  [
    /相差|差多少|差了多少|差额|[高低]多少|(?<!最)多多少|(?<!至)少多少|多几|(?<!至)少几|差距|差几|差了几|没花完|剩(?:下|余)?了?多少|结余多少|unspent|difference|how much (?:more|less|higher|lower)|by how much|gap between/i,
    'difference',
  ],
  [
    /排序|排个序|排名|排一下|从[高大]到[低小]|从[低小]到[高大]|由高到低|由低到高|哪[家个](?:单位|[一-龥]{0,3}局)?.{0,16}(?:最|高|低|多|少)|最[高低多少]的(?:单位|部门|局)?是哪|谁.{0,10}(?:最|高|多)|\brank\b|highest|lowest|which (?:bureau|unit).{0,40}(?:more|most|less|least|high|low)|which has the (?:larger|bigger|smaller|higher|lower)|from high to low/i,
    'rank',
  ],
  [
    /加起来|相加|之和|总和|合计|加总|一起(?:是|算)|一共要|[\u4e00-\u9fa5]{2}加[\u4e00-\u9fa5]{2,}一共|\+|＋|combined|sum of|add(?:ed)? (?:up|together)/i,
    'sum',
  ],
]

/** The calculation that a question's words ask for. Questions for a share are told by their kind, not here. */
export function calculationCue(question: string): CalculationCue | null {
  const ascending = ASCENDING.test(question)
  const top = TOP.exec(question)
  if (top) {
    const word = (top[1] ?? top[2] ?? '1').toLowerCase()
    return { kind: 'top', count: NUMERALS[word] ?? Number(word), ascending }
  }
  const cue = CUES.find(([pattern]) => pattern.test(question))
  return cue ? { kind: cue[1], count: 0, ascending } : null
}

/** Whether a question means every unit held ("这五家", "各家单位", "all five bureaus"). */
export function meansAllUnits(question: string): boolean {
  return /[这那]?[几两三四五六七八九十\d]+家|各家|每家|所有(?:单位|[一-龥]{0,3}局)|哪家|哪个(?:单位|部门|局)|(?:单位|部门|局)是哪个?|各(?:个)?单位|all (?:the )?(?:\w+ )?(?:bureaus|units|offices)|the (?:two|three|four|five|six|\d+) (?:\w+ ){0,4}(?:bureaus|units|offices)|each bureau|which bureau/i.test(
    question,
  )
}
