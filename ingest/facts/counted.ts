/** Whether a unit counts persons. */
export function isHeadCount(unit: string): boolean {
  return unit === '人' || unit === '名'
}

/** "7 个站点": what is counted follows the counting word; "" where something else does. */
export function countedNoun(after: string): string {
  const noun = /^[\u4e00-\u9fa5]{2,8}/.exec(after)?.[0].replace(/的.*$/, '') ?? ''
  return NO_NOUN.test(noun) ? '' : noun.replace(/[和及与]$/, '')
}

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
  return counted ? name.replace(/(?<=.)人数$/, '') : name
}

/** How many characters behind an amount went into its name. */
export function spokenBehind(name: string, after: string): number {
  for (let length = Math.min(name.length, after.length); length >= 2; length -= 1)
    if (name.endsWith(after.slice(0, length))) return length
  return 0
}
