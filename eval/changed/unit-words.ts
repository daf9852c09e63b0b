/** What the text around a number says about it. */
export type Verdict = 'money' | 'other' | 'unknown'

const BREAK = '[^\\S\\t]{0,4}'
const MONEY = `(?:[万亿千]${BREAK})?元`
const MONEY_AFTER = new RegExp(`^${BREAK}${MONEY}`)
const LATIN_MONEY_AFTER = /^\s*(?:10,?000 ?|10k ?|ten[- ]thousand ?|million )?(?:yuan|RMB|CNY)\b/i
/** 单位价值 50 万元以上大型设备: a threshold of the rules, not an amount of anybody. */
const THRESHOLD_AFTER = new RegExp(`^${BREAK}${MONEY}${BREAK}(?:[（(]含[）)])?${BREAK}以[上下]`)
const COUNTED =
  '万?人次|万?[人名份户亩度次]|[位辆台套个家项条种处所张批组天岁倍月日号年分]|小时|平方米|平米|㎡|公里|吨|科室|[%％‰]'
const OTHER_AFTER = new RegExp(`^(?:[ ]{0,4}(?:${COUNTED})|\\s{0,4}分(?![^\\s]))`)
/** 34 万 without 元, as a question says it. */
const BARE_WAN_AFTER = /^\s*[万亿](?![人名份户亩度次吨平元])/

/** What follows the number decides: its unit. */
export function unitAfter(text: string): Verdict {
  if (THRESHOLD_AFTER.test(text)) return 'other'
  if (MONEY_AFTER.test(text) || LATIN_MONEY_AFTER.test(text) || BARE_WAN_AFTER.test(text)) return 'money'
  return OTHER_AFTER.test(text) ? 'other' : 'unknown'
}

/** A cell that is nothing but a unit, right of its number. */
export function unitCell(cell: string): Verdict {
  const word = cell.replace(/\s/g, '')
  if (/^[万亿千]?元(?:\/.*)?$/.test(word)) return 'money'
  return word !== '' && new RegExp(`^(?:${COUNTED})(?:\\/.*)?$`).test(word) ? 'other' : 'unknown'
}

/** The name of a row: 宣传费用（万元） and 资金总额 are followed by money, 检查次数（次） is not. */
export function unitOfLabel(label: string): Verdict {
  const word = label.replace(/[\s*]|<[^>]*>/g, '').replace(/[：:]$/, '')
  if (/[（(][万亿千]?元(?:\/[^）)]*)?[）)]$/.test(word)) return 'money'
  if (new RegExp(`[（(](?:${COUNTED})(?:\\/[^）)]*)?[）)]$`).test(word)) return 'other'
  return /(?:资金总额|预算总额|财政拨款|其他资金|年度总额)$/.test(word) ? 'money' : 'unknown'
}
