import { sameAmount } from './amount.ts'
import type { Fact } from './fact.ts'
import { comparable } from './name.ts'

/** Names that differ only in the words a document puts around them count as one: “三公”经费(支出), 公务用车运行(维护)费. */
export function measureKey(fact: Fact): string {
  if (fact.measure.code) return fact.measure.code
  const name = comparable(fact.measure.name)
  const all = TOTAL.exec(name)
  if (all) return `${all[1]}总`
  const key = name
    .replace(/运行维护/g, '运行')
    .replace(/["()]/g, '')
    .replace(/^(?:一般公共预算)?(?:财政拨款)?(?=三公|基本支出|项目支出)/, '')
    .replace(/(?:支出|预算|决算|经费|人员|费用|费|数|合计|总计|小计)+$/, '')
  // A name of nothing but such words (支出总计, 人员经费) is its own.
  return key.length < 2 ? name : key
}

/** 收支总预算, 收支预算总数, 收支总计: all there is. */
const TOTAL = /^(?:本年|年度)?(收支|收入|支出)(?:总预算|总决算|总计|总额|合计|预算总[数额计]|决算总[数额计])$/

/** Whether two facts are of one unit, year, basis, stage and kind, so that their figures can be held against each other. */
export function sameFrame(a: Fact, b: Fact): boolean {
  return (
    a.organization === b.organization &&
    a.level === b.level &&
    a.fiscalYear === b.fiscalYear &&
    (a.basis ?? b.basis) === (b.basis ?? a.basis) &&
    a.stage === b.stage &&
    a.kind === b.kind
  )
}

/** Whether two facts print the same figure. */
export function sameFigure(a: Fact, b: Fact): boolean {
  return (
    sameAmount(a.amount, b.amount) ||
    (unitFamily(a.amount.unit) === unitFamily(b.amount.unit) && Number(a.amount.value) === Number(b.amount.value))
  )
}

/** Counting words that stand for one another in these documents. */
export function unitFamily(unit: string): string {
  if (/^(?:人|名|位)$/.test(unit)) return '人'
  return /^(?:个|项|家|所|处)$/.test(unit) ? '个' : unit
}

const THREE_PUBLIC = /因公出国|公务用车|公务接待|三公/

export function isThreePublicItem(fact: Fact): boolean {
  return THREE_PUBLIC.test(fact.measure.name) || ['30212', '30217', '30231', '31013'].includes(fact.measure.code ?? '')
}
