/** The text without any white space: Chinese headers are often letter-spaced ("基 本 支 出"). */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** One spelling for comparison: no white space, half-width punctuation, straight quotes, lower case. Not for display. */
export function comparable(text: string): string {
  // NFKC has made full-width brackets, colons, commas and percent signs half-width; quotes and dashes it leaves.
  const folded = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  return folded.replace(/[「」“”„‟]/g, '"').replace(/[–—]/g, '-')
}

const ENUMERATOR =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}(?:[、．]|\.(?!\d))|其中[:：]?|加[:：]|减[:：])/

/** A row's name for display: white space, enumerators (一、 1. 其中：), a closing colon and the mark of a footnote removed. */
export function plainName(text: string): string {
  let name = squeeze(text)
  for (let before = ''; before !== name; ) {
    before = name
    name = name.replace(ENUMERATOR, '')
  }
  return name.replace(/[:：]$/, '').replace(/(?<=.)[*＊①-⑳]{1,3}$/, '')
}

/** Level of the enumerator in front of a row's name: 1 一、, 2 1. or （一）, 3 其中：, 4 none. */
export function enumeratorLevel(text: string): 1 | 2 | 3 | 4 {
  const name = squeeze(text)
  if (/^[一二三四五六七八九十]+[、.．]/.test(name)) return 1
  if (/^(?:[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}(?:[、．]|\.(?!\d)))/.test(name)) return 2
  return /^其中/.test(name) ? 3 : 4
}

const TOTALS =
  /^(?:合计|总计|小计|总额|收入总计|支出总计|收支总计|收入合计|支出合计|本年收入|本年支出|本年收入(?:合计|小计|总计)|本年支出(?:合计|小计|总计)|收入小计|支出小计|项目支出合计|总计\(.*\))$/

/** Whether a name only says that everything is added up (合计, 总 计, 本年收入小计). */
export function isTotalName(text: string): boolean {
  return TOTALS.test(comparable(plainName(text)))
}
