import { compareDecimals, decimal } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { comparable } from '../../domain/name.ts'
import { shown } from '../operands.ts'
import type { Breach, Rule } from '../rule.ts'

/** 公务用车保有量 against the vehicles among the assets. */
export const vehiclesRule: Rule = {
  code: 'vehicles',
  title: { zh: '公务用车保有量与资产中的车辆', en: 'Vehicles kept and vehicles owned' },
  reasoning: {
    zh: '“三公”说明中的公务用车保有量不应多于国有资产说明中的车辆数；少于的，可能是部分车辆不由财政拨款开支，按口径差异列示。',
    en: 'The official vehicles that the three public expenses keep are not more than the vehicles among the assets. Fewer may be right, since some are not paid for by the treasury: told as a matter of scope.',
  },
  examples: {
    trips: [
      '七、“三公”经费支出决算情况说明\n\n公务用车购置及运行维护费 4.50 万元。公务用车购置数 0 辆，公务用车保有量 2 辆。\n\n（三）国有资产占用情况说明\n\n车辆 1 辆，价值 19.77 万元。\n',
    ],
    passes: [
      '七、“三公”经费支出决算情况说明\n\n公务用车购置及运行维护费 4.50 万元。公务用车购置数 0 辆，公务用车保有量 2 辆。\n\n（三）国有资产占用情况说明\n\n车辆 2 辆，价值 19.77 万元。\n',
    ],
    basis: 'final_accounts',
  },
  tries: (view) => {
    const counts = view.facts.filter(
      ({ kind, amount, origin }) => kind === 'count' && amount.unit === '辆' && origin !== 'reason',
    )
    const kept = counts.filter(({ measure, role }) => role === 'three_public' && /保有量|保有/.test(measure.name))
    const owned = counts.filter(isAllOwned)
    return kept.flatMap((fact) => {
      const same = owned.find((other) => compareDecimals(decimal(other.amount.value), decimal(fact.amount.value)) === 0)
      const other = same ?? owned[0]
      return other
        ? [{ witnesses: [view.fact(fact), view.fact(other)], breach: same ? null : breachOf(fact, other) }]
        : []
    })
  },
}

/** All vehicles of the unit, not those of a kind. */
function isAllOwned({ role, measure, parents }: Fact): boolean {
  return (
    role === 'assets' &&
    parents.length === 0 &&
    /^(?:共有|实有|现有)?(?:公务用车|车辆|汽车)(?:数量|总数)?$/.test(comparable(measure.name))
  )
}

function breachOf(kept: Fact, owned: Fact): Breach {
  const more = compareDecimals(decimal(kept.amount.value), decimal(owned.amount.value)) > 0
  return {
    verdict: more ? 'contradiction' : 'scope',
    message: {
      zh: `公务用车保有量为 ${shown(kept)}，国有资产中的车辆为 ${shown(owned)}。`,
      en: `${shown(kept)} official vehicles are kept, and ${shown(owned)} are among the assets.`,
    },
    values: [kept.amount.raw, owned.amount.raw],
    computed: `${kept.amount.raw} ≠ ${owned.amount.raw}`,
  }
}
