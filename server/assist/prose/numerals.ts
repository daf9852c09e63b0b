/** Names of the national accounts that hold a numeral and mean no number. */
const NO_NUMBER = /一般公共预算|一般公共服务|一般公务|一般债务|一般|三公|统一|three public/g
/** Characters that say a number, a multiple or a part, in any of their forms. */
const NUMERAL =
  /[〇零一二三四五六七八九十百千万亿兆垓廿卅卌皕两俩仨双半倍几壹贰叁肆伍陆柒捌玖拾佰仟弌弍弎幺貳參陸萬億兩雙幾]/
const ENGLISH_NUMERAL =
  /\b(?:zero|nil|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores?|half|halves|third|quarter|double|triple|twice|once|both|(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?<=[mdclxvi]))\b/i
/** Letters of the two scripts, brackets and quotation marks: what names are made of. */
const NAME = /^[\u4e00-\u9fffa-z“”‘’《》（）()·、，,：: '"&/-]+$/i

/** Whether a name may stand among words: it says no number, and hides none. All others are printed by their slots only. */
export function isPlainName(name: string): boolean {
  const rest = name.replace(NO_NUMBER, '')
  return name.length >= 2 && NAME.test(name) && !NUMERAL.test(rest) && !ENGLISH_NUMERAL.test(rest)
}

/** Whether words say a number. */
export function saysNumber(words: string): boolean {
  const rest = words.replace(NO_NUMBER, '')
  return /\p{N}/u.test(rest) || NUMERAL.test(rest) || ENGLISH_NUMERAL.test(rest)
}
