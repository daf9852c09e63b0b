import { pinyin } from 'pinyin-pro'
import { CUSTOMARY, ENGLISH_WORDS, ETHNIC_GROUPS, EVERYDAY, ROMANISED } from './division-data.ts'
import { latinKey } from './latin.ts'

/** Endings of division names, longest first, each with the ending its short form takes (博尔塔拉…自治州 → 博尔塔拉州). */
const ENDINGS: readonly (readonly [long: string, short: string])[] = [
  ['特别行政区', ''],
  ['自治区', ''],
  ['自治州', '州'],
  ['自治县', '县'],
  ['自治旗', '旗'],
  ['族区', '区'],
  ['地区', '地区'],
  ['林区', '林区'],
  ['特区', '特区'],
  ['矿区', '矿区'],
  ['新区', '新区'],
  ['盟', '盟'],
  ['省', '省'],
  ['市', '市'],
  ['县', '县'],
  ['区', '区'],
  ['旗', '旗'],
]

/** Names of zones and parks, which have no short form of their own. */
const ZONE =
  /(?:开发区|管理区|示范区|园区|试验区|实验区|工业园|聚集区|食品区|委员会|管委会|海域|创意园区|名胜区|化工园区|新城)$/

/** Points of the compass and sides that a banner's remaining name may end in (科尔沁左翼中旗): no name by themselves. */
const SIDE = /[左右前后中东西南北]$/

/**
 * The Chinese forms of a full division name, the full name first, then longest first: the short official form (文山州, 南涧县),
 * the bare name where it has two characters or more and is no everyday word (文山, 南涧), and for an autonomous prefecture whose
 * bare name has four characters or more, the first character with 州 (博州).
 */
export function chineseAliases(name: string): readonly string[] {
  const customary = CUSTOMARY[name] ?? []
  if (ZONE.test(name) && name.length > 4) return [name, ...customary]
  const { stem, short } = split(name)
  const forms = new Set<string>(customary)
  if (stem.length >= 2 && short !== '') forms.add(stem + short)
  if (stem.length >= 2 && !EVERYDAY.has(stem) && !(short === '旗' && SIDE.test(stem))) forms.add(stem)
  const first = stem.charAt(0)
  if (short === '州' && stem.length >= 4 && !SIDE.test(first)) forms.add(`${first}州`)
  forms.delete(name)
  return [name, ...[...forms].sort((a, b) => b.length - a.length)]
}

/**
 * Whether a full name reads as a piece of ordinary text (费县 in 经费县本级, 会同县 in 会同县财政局, 资源县): two characters in all, or
 * an everyday word with an ending.
 */
export function isEverydayName(alias: string): boolean {
  return (
    (alias.length === 2 && /[县区市旗]$/.test(alias)) || (/[县区市]$/.test(alias) && EVERYDAY.has(alias.slice(0, -1)))
  )
}

/** The bare name: 新疆维吾尔自治区 → 新疆, 南涧彝族自治县 → 南涧, 上海市 → 上海. */
export function nameStem(name: string): string {
  return split(name).stem
}

/** Keys (see latinKey) of the Latin forms of a division: pinyin of its short Chinese forms, and the romanisations in use. */
export function latinAliases(name: string, aliases: readonly string[]): readonly string[] {
  const stem = nameStem(name)
  const forms = new Set<string>()
  for (const alias of aliases) {
    const isShort = alias === stem || /^.州$/.test(alias) || alias.length <= 2
    if (isShort && alias !== name && alias.length <= 8) for (const form of spellings(alias)) forms.add(form)
  }
  if (stem.length >= 2 && !ZONE.test(name)) for (const form of spellings(stem)) forms.add(form)
  for (const form of ROMANISED[stem] ?? []) forms.add(latinKey(form))
  return [...forms].filter((form) => form.length >= 3 && !ENGLISH_WORDS.has(form))
}

function spellings(chinese: string): readonly string[] {
  const syllables = pinyin(chinese, { toneType: 'none', type: 'array', v: false })
  const whole = latinKey(syllables.join(''))
  const withV = latinKey(pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join('').replace(/ü/g, 'v'))
  return [whole, withV]
}

function split(name: string): { readonly stem: string; readonly short: string } {
  for (const [long, short] of ENDINGS) {
    if (!name.endsWith(long) || name.length <= long.length) continue
    const rest = name.slice(0, -long.length)
    const autonomous = long.startsWith('自治') || long === '族区'
    return { stem: autonomous ? withoutGroups(long === '族区' ? `${rest}族` : rest) : rest, short }
  }
  return { stem: name, short: '' }
}

/** Takes the names of ethnic groups off the end, as many as stand there, but never the whole name. */
function withoutGroups(name: string): string {
  for (const [group] of ETHNIC_GROUPS) {
    for (const ending of [`${group}族`, group]) {
      if (ending.length < 2 || !name.endsWith(ending)) continue
      const rest = name.slice(0, -ending.length)
      return rest.length >= 2 ? withoutGroups(rest) : rest === '' ? group : name
    }
  }
  return name
}
