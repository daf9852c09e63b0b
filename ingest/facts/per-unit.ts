import { squeeze } from '../domain/name.ts'

/** "每人每年", "每条": what a sum in running text is given for. */
const PER = /每人每[年月天日季次]|每[人户辆条亩次件个台套张株]每?[年月天日]?|每[年月天日]/
/** The same with the words of giving around it, which are no part of what is given. */
const GIVEN_PER =
  /(?:给予|发放|按照?)?(?:每人每[年月天日季次]|每[人户辆条亩次件个台套张株]每?[年月天日]?)(?:给予|发放)?/

/** What the words in front of a sum say that it is for each of; null where they say nothing of it. */
export function perUnitIn(text: string): string | null {
  return PER.exec(text)?.[0] ?? null
}

/** The words in front of a sum without what it is for each of. */
export function withoutPerUnit(text: string): string {
  return GIVEN_PER.test(text) ? text.replace(GIVEN_PER, '').replace(/^对(?=.{4})/, '') : text
}

/** A unit, and what it is for each of: "元/人年" is 元, for 每人每年. */
export interface PerUnit {
  readonly unit: string
  readonly of: string | null
}

/** "管护长度(公里)", "管护标准（元/公里）": the unit that a name ends with, as printed; "" where it ends with none. */
export function unitTextIn(name: string): string {
  return /[（(]([^（()）]{1,8})[)）]$/.exec(squeeze(name))?.[1]?.replace('％', '%') ?? ''
}

/** Splits a printed unit at its strokes; one without a stroke stays whole. */
export function splitUnit(printed: string): PerUnit {
  const [unit = '', ...parts] = printed.split(/[/／]|(?<=.)(?=每)/)
  const per = parts.flatMap(eachOf).map((part) => `每${part}`)
  return { unit, of: per.length > 0 ? per.join('') : null }
}

/** "人年" and "人·年" are of two things; 人次 is one. */
function eachOf(part: string): string[] {
  const words = part.split(/[·•.]/).map((word) => word.replace(/^每/, ''))
  return words
    .flatMap((word) => /^(.*[^个半])([年月天日])$/.exec(word)?.slice(1, 3) ?? word)
    .filter((word) => word !== '')
}
