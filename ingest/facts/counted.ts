/** Whether a unit counts persons. */
export function isHeadCount(unit: string): boolean {
  return unit === '人' || unit === '名'
}

/** "7 个站点": what is counted follows the counting word; "" where something else does. */
export function countedNoun(after: string): string {
  const noun = /^[\u4e00-\u9fa5]{2,8}/.exec(after)?.[0].replace(/的.*$/, '').replace(DONE_WITH, '') ?? ''
  return NO_NOUN.test(noun) ? '' : noun.replace(/(?:以及|[和及与])$/, '').replace(/(?<=单位)(?:预算|决算)$/, '')
}

/** What is done with the things counted: "18 个项目开展了自评". */
const DONE_WITH =
  /(?<=^[\u4e00-\u9fa5]{2,})(?:开展|进行|实施|实行|纳入|编制|给予|按照?|用于|参加|参与|达到|完成|组织|自评).*$/

/** What may follow a counting word without being what is counted. */
const NO_NOUN = /^(?:以上|以下|以内|左右|和|及|与|[共合总]计|[占为约共]|其中|价值|金额|面积|涉及|每)/

/** "补助 120 名" counts those who get it. */
const GIVEN = /(?:补助|补贴|救助|资助|慰问|培训)$/

/** The name of a count of persons: what they are given is not who they are. */
export function headCountName(label: string, unit: string): string {
  return isHeadCount(unit) && GIVEN.test(label) ? `${label}人数` : label
}

/** What a sum beside a count of persons is: what they are given, not how many they are. */
export function givenTo({ name, counted }: { readonly name: string; readonly counted: boolean }): string {
  return counted ? name.replace(/(?<=.)(?:人数|人次|批次)$/, '') : name
}

/** Words in front of what is counted that say what is done for it, or what is counted beside it: "对", "局本级决算和所属". */
const NOT_COUNTED = /^(?:[对向为给]|[\u4e00-\u9fa5]{0,3}本级(?:预算|决算)?[和及与])/

const LISTED = /^[内下]设/

/** What a number of things with a noun of its own counts: "对辖区 15 个站点" counts 辖区站点. */
export function countedName(label: string, noun: string): string {
  // What is counted is listed by name in front of its number: "内设综合科、财务科 2 个科室".
  if (label.includes('、')) return `${LISTED.exec(label)?.[0] ?? ''}${noun}`
  return `${label.replace(NOT_COUNTED, '')}${noun}`
}

/** Persons and groups received or sent are told by their unit, which belongs to the name: 公务接待 146 批次、1172 人次. */
const OF_VISITS = /^(?:人次|批次)$/
/** Words that only carry on the count of the things named before. */
const CARRIED_ON = /^(?:累计|共计|合计|总计|共)?(?:接待|出国|出访|来访)?$/

/** Whether words in front of a number of persons only carry on with what the sentence already counts. */
export function carriesOn(label: string, unit: string): boolean {
  return OF_VISITS.test(unit) && CARRIED_ON.test(label)
}

/** The name of a count of visits: what is visited, with the unit it is told in. */
export function visitsName(name: string, unit: string): string {
  if (isHeadCount(unit) && /接待.*(?:批次|费用?)$/.test(name)) return name.replace(/(?:费用?)?(?:批次)?$/, '人数')
  const bare = name.replace(/(?<=接待)费用?(?:支出)?$/, '').replace(/(?:团组数?|批次|人次|人数|批)+$/, '')
  return OF_VISITS.test(unit) && bare.length >= 2 && !name.endsWith(unit) ? `${bare}${unit}` : name
}

/** How many characters behind an amount went into its name. */
export function spokenBehind(name: string, after: string): number {
  for (let length = Math.min(name.length, after.length); length >= 2; length -= 1)
    if (name.endsWith(after.slice(0, length))) return length
  return 0
}
