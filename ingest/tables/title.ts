import { squeeze } from '../domain/name.ts'
import type { TextLine } from './text-line.ts'

/** What the lines above a table say of it. */
export interface Caption {
  /** "表八", "表 3-2"; null where there is none. */
  readonly number: string | null
  readonly title: string
  readonly unit: string | null
  /** Line of the title, to cite the table as a whole; null where there is no title. */
  readonly line: number | null
}

const NUMBER =
  /^(?:(?:附?表|附件)(?:[一二三四五六七八九十]+|\d+)(?:[-—.]\d+)*|(?:公开|附|预算|决算)\d{1,2}(?:[-—.]\d+)*表)[：:]?$/
/** The number may share its line with what else stands above a table: "表一   部门名称：…   单位：万元". */
const NUMBER_IN_FRONT = /^(附?表\s?(?:[一二三四五六七八九十]+|\d+)(?:[-—.]\d+)*)\s+\S{2,8}[：:]/
/** The number ends at a space or a mark: in "表八 一般公共预算…" the title begins with a numeral of its own. */
const NUMBERED_TITLE = /^(附?表\s?(?:[一二三四五六七八九十]+|\d+)(?:[-—.]\d+)*)[\s：:、]+(.{4,})$/
/** The unit may have been printed on the title's line. */
const UNIT_BEHIND = /(?<=[表）)])\s*(?:金额)?单\s*位\s*[：:]\s*(?:人民币)?[亿万千百]?元$/
const NOT_A_TITLE =
  /^(?:(?:(?:金额)?单位|编制(?:单位|部门)|(?:填报|编报|填表)(?:单位|部门)|部门|单位名称|公开部门|制表|日期)(?:[(（].{1,4}[)）])?[：:]|[(（]\d{4}年|第.部分|[（(][一二三四五六七八九十]+[)）])/

/** Reads number, title and unit from the short lines above a table. */
export function readCaption(preamble: readonly TextLine[]): Caption {
  const unit = unitOf(preamble.map(({ text }) => squeeze(text)).join(''))
  const texts = preamble.map(({ text, line }) => {
    const printed = text.trim().replace(UNIT_BEHIND, '')
    return { text: squeeze(printed), printed, line }
  })
  const numbers = texts.flatMap(({ text, printed }) => (NUMBER.test(text) ? text : (inFront(printed) ?? [])))
  const titled = texts.findLast(({ text }) => isTitle(text))
  const numbered = titled ? NUMBERED_TITLE.exec(titled.printed) : null
  return {
    number: (numbered?.[1] && squeeze(numbered[1])) ?? numbers.at(-1)?.replace(/[：:]$/, '') ?? null,
    title: squeeze(numbered?.[2] ?? titled?.text ?? ''),
    unit,
    line: titled?.line ?? null,
  }
}

function inFront(printed: string): string | null {
  const number = NUMBER_IN_FRONT.exec(printed)?.[1]
  return number === undefined ? null : squeeze(number)
}

function isTitle(text: string): boolean {
  if (NOT_A_TITLE.test(text) || NUMBER.test(text) || text.length > 45 || /[。，；]/.test(text)) return false
  return /(?:表|明细|情况|计划|预算|决算)(?:[(（].*[)）])?$/.test(text.replace(/^[一二三四五六七八九十]+、/, ''))
}

/** The unit of money that a text states for a table ("金额单位：万元"); null where it states none. */
export function unitOf(text: string): string | null {
  return /单位[：:]\s*(?:人民币)?(亿元|万元|千元|元)/.exec(squeeze(text))?.[1] ?? null
}
