import type { Basis } from '../../ingest/domain/document.ts'

/** One side of a comparison of budgets and outcomes: "2031年全年预算", "执行数". */
export interface Side {
  readonly year: number | null
  readonly basis: Basis
  readonly stage: 'initial' | 'adjusted' | null
}

/** Names in which 预算 says which money is meant, not that it is planned. */
const NO_SIDE =
  /一般公共预算|政府性基金预算|国有资本经营预算|全口径预算|预算单位|(?:部门|单位)(?:预算|决算)公开|预算绩效|预决算|(?:上年度?|去年|上一年|前一年)的?(?:预算执行数|执行数|决算数?|预算数?)/g
const SIDE =
  /(?:(20\d{2})\s*年?度?的?)?(年初|全年|调整后?)?的?(?:当年)?(?:财政拨款)?(?:收入|支出)?(预算执行数|预算(?!完成|执行率)|决算|执行数|实际(?:支出|执行|发生|开支|花|用)[了的]?)/g
const BETWEEN = /比|较|与|和|跟|同|相比|之间|差/

/**
 * The two sides that a question holds against each other where they differ in stage or basis ("决算比全年预算少多少",
 * "2032年预算比2031年执行数"); null where it holds nothing against anything, or one year against the next alike.
 */
export function sidesCompared(question: string): readonly [Side, Side] | null {
  const text = question.replace(NO_SIDE, '')
  const found = [...text.matchAll(SIDE)]
  const [first, second] = found
  if (first && !second) return spentAgainst(text, first)
  if (!first || !second || found.length > 2) return null
  const between = text.slice(first.index + first[0].length, second.index)
  if (!BETWEEN.test(between)) return null
  const [a, b] = [sideOf(first), sideOf(second)]
  return a.basis === b.basis && a.stage === b.stage ? null : [a, b]
}

/** "比年初预算多花了多少": what was spent is held against the one side named. */
function spentAgainst(text: string, named: RegExpMatchArray): readonly [Side, Side] | null {
  const side = sideOf(named)
  const against = /(?:比|较|超出?|超过)了?$/.test(text.slice(0, named.index))
  if (side.basis !== 'budget' || !against || !/[多少]花|[多少]用|[多少]支出|超支|节约|节省/.test(text)) return null
  return [{ year: side.year, basis: 'final_accounts', stage: null }, side]
}

function sideOf([, year, stage, basis = '']: RegExpMatchArray): Side {
  const spent = /执行数|决算|实际/.test(basis)
  return {
    year: year === undefined ? null : Number(year),
    basis: spent ? 'final_accounts' : 'budget',
    stage: spent || stage === undefined ? null : stage === '年初' ? 'initial' : 'adjusted',
  }
}

/** Words for the sides of a comparison, which name no thing. */
export const SIDE_NAME =
  /^(?:财政拨款)?(?:收入|支出)?(?:年初|最后|全年|调整|调整后|最终|当年)?的?(?:预算|决算|预算执行|执行|实际)(?:支出|收入)?(?:数|安排)?$/
