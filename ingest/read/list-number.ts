/** How the numbers of a list are written. */
export type ListStyle =
  | 'decimal'
  | 'decimal-zero'
  | 'circled'
  | 'full-width'
  | 'chinese'
  | 'chinese-formal'
  | 'chinese-digits'
  | 'stems'
  | 'branches'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'

const DIGITS = '〇一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
/** Numbers past this are written in figures, whatever the style: no list counts so far in words. */
const MOST_IN_WORDS = 9_999

/** A number of a list as people see it. */
export function listNumber(number: number, style: ListStyle): string {
  if (!Number.isInteger(number) || number < 1 || number > MOST_IN_WORDS) return String(number)
  return WRITTEN[style](number)
}

const WRITTEN: Readonly<Record<ListStyle, (number: number) => string>> = {
  decimal: String,
  'decimal-zero': (number) => String(number).padStart(2, '0'),
  // ① to ⑳ stand in one row; there are none past them.
  circled: (number) => (number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : String(number)),
  'full-width': (number) => String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  chinese: (number) => inChinese(number, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十'),
  'chinese-formal': (number) => inChinese(number, FORMAL, ['', '拾', '佰', '仟']),
  'chinese-digits': (number) => String(number).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? ''),
  stems: (number) => STEMS[number - 1] ?? String(number),
  branches: (number) => BRANCHES[number - 1] ?? String(number),
  'lower-letter': (number) => inLetters(number),
  'upper-letter': (number) => inLetters(number).toUpperCase(),
  'lower-roman': (number) => inRoman(number).toLowerCase(),
  'upper-roman': inRoman,
}

/** 105 is 一百零五, 110 is 一百一十. */
function inChinese(number: number, digits: string, places: readonly string[]): string {
  const figures = [...String(number)].map(Number)
  let written = ''
  figures.forEach((figure, index) => {
    const place = places[figures.length - 1 - index] ?? ''
    if (figure > 0) written += (digits[figure] ?? '') + place
    else if (figures.slice(index).some((later) => later > 0) && !written.endsWith('零')) written += '零'
  })
  return written
}

/** a to z, then aa, bb, as word processors count. */
function inLetters(number: number): string {
  return String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.min(10, 1 + Math.floor((number - 1) / 26)))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function inRoman(number: number): string {
  let [rest, written] = [number, '']
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      written += letters
      rest -= value
    }
  }
  return written
}
