import { squeeze } from '../domain/name.ts'
import type { RawRow } from '../tables/raw-row.ts'

/** In which columns an indicator header has what; -1 for what it does not head. */
export interface ValueColumns {
  readonly name: number
  /** The kind of comparison, in a column of its own. */
  readonly sign: number
  readonly target: number
  readonly unit: number
  readonly actual: number
  /** What was reached the year before. */
  readonly before: number
  readonly weight: number
  readonly score: number
}

/** Reads the header row of a performance form's indicators. */
export function valueColumns(header: RawRow): ValueColumns {
  const at = (pattern: RegExp) => header.findIndex(({ text }) => pattern.test(squeeze(text)))
  return {
    name: at(/^(?:三级指标(?:名称)?|指标名称|指标内容)$/),
    sign: at(/^(?:指标|计算|比较)?(?:符号|性质|方向)$/),
    target: at(/^(?:本年度?|年度|全年|当年|预期)?(?:绩效)?(?:指标|目标)值/),
    unit: at(/^(?:计量|度量|指标|指标值)?单位$/),
    actual: at(/^(?:本年度?|全年|年度|当年)?实际(?:完成)?(?:值|情况)|^(?:全年|年度|指标)?完成(?:值|情况)/),
    before: at(/^(?:上年度?|上一年度?|去年)(?:实际)?(?:完成|实现)?(?:值|数|情况)?$/),
    weight: at(/权重|分值/),
    score: at(/^(?:自评)?得分/),
  }
}
