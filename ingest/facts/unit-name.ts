import { divisionsIn } from '../classification/index.ts'
import { squeeze } from '../domain/name.ts'

/** What the names of budget units end with. */
const UNIT_ENDING =
  '局|委员会|办公室|办事处|管理处|管委会|厅|法院|检察院|医院|学院|大学|中学|小学|学校|幼儿园|中心|研究所|研究院|大队|支队|总队|图书馆|博物馆|档案馆|文化馆|站|所|部|联合会|总工会|协会|人民政府|社工部|委|办|会|馆|队|园|校|署'
const NAME = new RegExp(`^[\\u4e00-\\u9fa5（）()·]{2,40}?(?:${UNIT_ENDING})(?:[（(]本级[)）]|本级)?$`)
/** Words that speak of a unit, a part of a document, or the label of a field that ran into the name. */
const NOT_A_NAME =
  /^(?:部门|单位|本级|我|各)|(?:主管|实施|预算|编制|填报|公开)(?:部门|单位)|概况.|第[一二三四五六七八九十]+部分/
/** What a title of a disclosure tells of. */
const MATTER = '预算|决算|[“"]?三公|绩效|整体支出|收支'
const TITLE = new RegExp(`^(.{0,45}?)(\\d{4})年?度?(.{0,12}?)(?:${MATTER})`)
/** "2031年某县水利局部门预算": the year stands first. */
const YEAR_FIRST = new RegExp(`^\\d{4}年度?(.{3,40}?)(?:部门|单位)?(?:${MATTER})`)
const FIELD =
  /(?:编制单位|编制部门|编报单位|编报部门|填报单位|填表单位|公开单位|预算单位|单位名称|部门(?:[（(]单位[)）])?名称|公开部门|主管部门|实施单位)(?:[（(](?:公章|盖章|签章)[)）])?[：:\s|]*([\u4e00-\u9fa5（）()]{4,40})/g
/** Words around a name that are none of it: the number of a part, a greeting of a site, whose accounts are in it. */
const BEFORE_NAME = /^(?:第[一二三四五六七八九十]+部分|关于|目录|附件\d*[：:]?|欢迎(?:来到|访问|光临))+/
const AFTER_NAME = /[（(](?:本级|汇总|机关)[)）]$|本级$/
const PLACE_ENDING = /(?:省|自治区|市|州|盟|县|旗|区)$/
/** A place where a sentence names no body of it: a township's or a county's own disclosure. */
const PLACE = /^(?!.*[我本全各该年])[\u4e00-\u9fa5]{2,12}(?:镇|乡|街道|市|县|区|旗)$/

/** The unit that a disclosure is of, and every other name it gives it. */
export interface UnitName {
  /** Null where the document names none. */
  readonly organization: string | null
  readonly printed: readonly string[]
}

/** Reads the unit's name from titles (each also joined over a line break), first lines, and the fields of all lines. */
export function readUnitName(titles: readonly string[], head: readonly string[], lines: readonly string[]): UnitName {
  const votes = nameVotes(titles, head, lines)
  if (votes.size === 0) {
    const name = nameInSentences(head)
    return { organization: name, printed: [] }
  }
  const full = squeeze(lines.join('\n').replace(/<\/?b>|\*\*/g, ''))
  const organization = officialName(votes, full)
  return { organization, printed: [...votes.keys()].filter((name) => sharesEnding(name, organization)) }
}

/** Whether a title may go on in the next line: not where that line is one by itself, unless a place stands above it. */
export function goesOn(line: string, next: string): boolean {
  const name = nameInTitle(next)
  const whole = (name !== null && isName(cleanName(name))) || isName(next)
  return !whole || PLACE_ENDING.test(line)
}

function isName(text: string): boolean {
  return NAME.test(text) && !NOT_A_NAME.test(text)
}

function cleanName(text: string): string {
  const name = text.replace(BEFORE_NAME, '').replace(AFTER_NAME, '')
  return /^(.{4,}?)[（(][\u4e00-\u9fa5]{4,}[)）]$/.exec(name)?.[1] ?? name
}

/** Every name that the document gives as a unit's, with how much speaks for it. */
function nameVotes(titles: readonly string[], head: readonly string[], lines: readonly string[]): Map<string, number> {
  const votes = new Map<string, number>()
  const vote = (text: string, weight: number) => {
    const name = cleanName(text)
    if (isName(name)) votes.set(name, (votes.get(name) ?? 0) + weight)
  }
  for (const title of titles) {
    const named = nameInTitle(title)
    vote(named ?? '', 6)
    if (named === null) vote(title.replace(/(?:部门|单位)?(?:预算|决算)(?:公开)?(?:说明)?$/, ''), 3)
  }
  for (const line of head) vote(/^(?:第.部分)?(.*?)(?:单位)?概况$/.exec(line)?.[1] ?? '', 2)
  for (const line of head) vote(/关于(.{4,40}?)\d{4}年/.exec(line)?.[1] ?? '', 1)
  for (const step of head.flatMap((line) => (line.includes('>') ? line.split(/>+/) : []))) vote(step, 4)
  for (const name of fieldValues(lines)) vote(name, 2)
  return votes
}

/** What stands in the fields of forms and table captions that name a unit. */
function fieldValues(lines: readonly string[]): string[] {
  const texts = lines.map(squeeze).filter((text) => text.length <= 200)
  return texts.flatMap((text) => [...text.matchAll(FIELD)].map((match) => trimName(match[1] ?? '')))
}

/** The name in a title that gives year and matter; null where a line is no such title. */
function nameInTitle(title: string): string | null {
  const match = TITLE.exec(title)
  const behind = YEAR_FIRST.exec(title)?.[1] ?? null
  return match ? match[1] || (behind ?? '') : behind
}

/** A field's value up to the next field that runs into it ("…局实施单位…局"). */
function trimName(text: string): string {
  return text.split(/实施单位|单位[：:（(]|项目|金额/)[0] ?? text
}

/** Who publishes, or whose year the first sentence tells of: "现将青石镇2031年度…公布如下". */
const PUBLISHER = /^(?:发布(?:单位|机构)|公开责任部门)[：:]([\u4e00-\u9fa5]{4,30})$/
const PLACE_OF_YEAR = /^20\d{2}年度?([\u4e00-\u9fa5]{2,12}?[县区市镇乡])[“"]?三公/
const OF_YEAR = /(?:^(?!现将|关于)|现将|关于)([\u4e00-\u9fa5]{2,30}?)20\d{2}年/

function nameInSentences(head: readonly string[]): string | null {
  const found = [PUBLISHER, PLACE_OF_YEAR, OF_YEAR].flatMap((pattern) =>
    head.map((line) => pattern.exec(line)?.[1] ?? ''),
  )
  return found.find((name) => isName(name) || PLACE.test(name)) ?? null
}

/** The best-supported name, in its fullest form, without the province where a prefecture follows it. */
function officialName(votes: ReadonlyMap<string, number>, full: string): string {
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
  const best = ranked[0]?.[0] ?? ''
  const fuller = ranked
    .map(([name]) => name)
    .filter((name) => sharesEnding(name, best) && divisionDepth(name) >= divisionDepth(best) && full.includes(name))
  const longest = fuller.reduce((a, b) => (b.length > a.length ? b : a), best)
  return withoutProvince(longest)
}

function divisionDepth(name: string): number {
  return new Set(divisionsIn(name).map(({ from }) => from)).size
}

/** Whether two names end in the same body ("…水利局"). */
function sharesEnding(a: string, b: string): boolean {
  const ending = b.slice(-4)
  return (
    a.endsWith(ending) ||
    b.endsWith(a.slice(-4)) ||
    (a.slice(-1) === b.slice(-1) &&
      divisionsIn(a).some((x) => divisionsIn(b).some((y) => x.division.name === y.division.name)))
  )
}

function withoutProvince(name: string): string {
  const spans = divisionsIn(name)
  const province = spans.find(({ division, from }) => division.kind === 'province' && from === 0)
  if (!province) return name
  const next = spans.find(({ division, from }) => from === province.to && division.kind === 'prefecture')
  return next ? name.slice(province.to) : name
}
