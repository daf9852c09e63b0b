/** "单位：万元", "编制部门：…": what is printed right above a header. */
const FIELD = /^.{0,8}(?:单位|部门|日期)(?:[(（].{1,6}[)）])?[：:]/
const NUMBER =
  /^(?:(?:附?表|附件)[一二三四五六七八九十\d]{1,3}(?:[-—.]\d+)*|(?:公开|附|预算|决算|财决)\d{1,2}-?\d{0,2}表)[：:]?$/
const TABLE_TITLE = /^[^。；]{3,60}(?:表|明细|情况|一览)(?:[(（].{1,20}[)）])?$/
const NOTE = /^(?:备?注|说明|附注)\s*[：:\d]/

/** Whether words, without white space, are a field above a table: its unit, whose it is. */
export function isField(word: string): boolean {
  return FIELD.test(word)
}

/** Whether words are what a table is called. */
export function isTableTitle(word: string): boolean {
  return TABLE_TITLE.test(word) && !isBesideTitle(word)
}

/** Whether words stand above or below a table without being its title: a field, its number, a note. */
export function isBesideTitle(word: string): boolean {
  return FIELD.test(word) || NUMBER.test(word) || NOTE.test(word)
}
