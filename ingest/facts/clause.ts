import { squeeze } from '../domain/name.ts'

/** A piece of a sentence between marks, with the mark that ends it. */
export interface Clause {
  readonly text: string
  readonly from: number
  readonly end: string
}

/** Cuts a paragraph at its marks. A comma or point between digits is part of a number; brackets keep their insides together. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (/[（(《〔【]/.test(character)) depth += 1
    else if (/[）)》〕】]/.test(character)) depth = Math.max(0, depth - 1)
    if (!isMark(text, at) || (depth > 0 && !/[。]/.test(character))) continue
    clauses.push({ text: text.slice(from, at), from, end: character === '.' ? '。' : character })
    from = at + 1
    depth = 0
  }
  if (from < text.length) clauses.push({ text: text.slice(from), from, end: '' })
  return clauses
}

function isMark(text: string, at: number): boolean {
  const character = text[at] ?? ''
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
  // "（…3 万元。）": what a bracket says is no sentence of its own.
  if (character === '。') return !/[)）]/.test(after)
  if (/[，；、：！？]/.test(character)) return true
  // "下降 4.20%.主要": a full stop typed in the Latin way.
  if (character === '.') return /[%％元]/.test(before) && /[\u4e00-\u9fa5]/.test(after)
  if (!/[,;:]/.test(character)) return false
  return !(/\d/.test(before) && /\d/.test(after))
}

const LEADING =
  /^(?:其中|包括|主要包括|主要是|主要用于|分别是|分别为|以及|和|及|与|同时|加上|预计|实际支出(?=[“"])|经(?:比较|汇总|统计)|含(?=[\u4e00-\u9fa5]{3})|另外|一是|二是|三是|四是|五是|其他说明|共有|共(?![计建同享产])|现有|全年|截至|截止|本年度?(?!收入|支出)|当年|今年|目前|主要原因(?:一?是)?|我(?:单位|局|部门|办|委|院|校|街道|中心|[镇乡县区市])|本(?:单位|部门|局|街道)|单位(?=全年)|按照?|安排的?|涉及|拟(?=购置)|计划(?=购置)|确保|力争|实现(?!率)|完成(?=[\u4e00-\u9fa5]{6})|无[\u4e00-\u9fa5]{2,4}项目(?=[\u4e00-\u9fa5]{4})|保障(?=(?:部门|单位)?(?:在职|在编|离?退休))|(?:部门|单位)(?=在职|在编|离?退休)|在[\u4e00-\u9fa5]{2,12}中(?:安排|列支)了?)+/
const TRAILING =
  /(?:^计|(?<=[总合]计)各|共计|为|是|约|[保维]持在?|控制在|稳定在|(?:提高|提升|达)到|达|安排了?|(?<![实拥占享])有|需|要求|(?<![主重纪摘需])要|需要|共|分别为|(?<=(?:收入|支出|投资|税)(?:累计)?)(?:累计|完成)|[：:])+$/
/** "公务接待费支出预算", "基本支出决算": which sort of figure it is, is no part of what is measured. */
const KIND_OF_FIGURE =
  /(?<=费用?|(?<!运行)经费)支出(?:预算|决算)?(?:总额)?$|(?<=[\u4e00-\u9fa5”"）)]{2}(?:支出|收入|费用?|经费)[”"]?)(?:预算|决算)(?:总额)?$/

export function withoutKind(name: string): string {
  return name.replace(KIND_OF_FIGURE, '')
}

const YEARS =
  /(?:截至|截止|至)?(?:20\d{2}|19\d{2})(?:年(?:度|底|末|初)?(?:\d{1,2}月(?:\d{1,2}日)?)?|(?=全[省市州县区]))/g
/** "（以下简称“中心”）" is no part of what is measured. */
const SHORT_NAME = /[（(](?:以下)?简称[^）)]*[)）]/g
/** An account with the word for its level, or called an account: "教育支出类科目", "“小学教育”科目". */
const AS_ACCOUNT = /^[“"]?([\u4e00-\u9fa5]+?)[”"]?(?:(?<=支出)类|(?<=支出)款)?级?科目$/

/** What marks the level of an account behind its name, or is its code alone: "（类）", "（204类）", "（类：204）", "（2040604）". */
export const ACCOUNT_MARK =
  '[（(](?:(?:\\d{2,7})?(?:类|款|项)(?:[：:]\\d+)?|(?:20[1-9]|2[123]\\d|30[1-9]|31[0-3])(?:\\d{2}){0,2})[)）]'
const ACCOUNT_MARKS = new RegExp(ACCOUNT_MARK, 'g')

/** What is spent on these is their own figure: "公务接待费支出". */
const SPENT = /(?<=接待费|维护费|运行费|购置费|[)）]费)支出$/

/** The name in front of an amount, without years, the unit's own names and words that only connect. */
export function labelOf(text: string, ownNames: readonly string[]): string {
  let label = squeeze(text)
  for (const name of ownNames) label = label.replaceAll(name, '')
  label = label
    .replace(YEARS, '')
    .replace(SHORT_NAME, '')
    .replace(/^\d{1,2}[-—]\d{1,2}月份?/, '')
    .replace(/^[的，、：:,;；。)）]+/, '')
  label = label
    .replace(ACCOUNT_MARKS, '')
    .replace(/^\d{1,2}[.、．]/, '')
    .replace(/^[（(][一二三四五六七八九十\d]{1,2}[)）]/, '')
    .replace(/^[（(](?![^）)]*[)）])/, '')
  for (let before = ''; before !== label; ) {
    before = label
    label = label
      .replace(LEADING, '')
      .replace(TRAILING, '')
      .replace(/^[的，、：:,;；]/, '')
      .replace(/^(全[省市州县区])(?:累计)?完成/, '$1')
      .replace(/^[一二三四五六七八九十]{1,3}[、.．]/, '')
      .replace(/^(?:本级及下属\d*家?.*?的|及?下属(?:各预算)?单位|本级)/, '')
  }
  return (AS_ACCOUNT.exec(label)?.[1] ?? label).replace(SPENT, '')
}
