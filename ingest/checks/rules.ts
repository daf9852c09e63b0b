import type { Rule } from './rule.ts'
import { codeSumsRule } from './rules/code-sums.ts'
import { columnSumsRule } from './rules/column-sums.ts'
import { growthRateRule } from './rules/growth-rate.ts'
import { prosePartsRule } from './rules/prose-parts.ts'
import { proseTableRule } from './rules/prose-table.ts'
import { saidTwiceRule } from './rules/said-twice.ts'
import { shareRule } from './rules/share.ts'
import { sideSumsRule } from './rules/side-sums.ts'
import { totalSumsRule } from './rules/total-sums.ts'

/** Every rule that holds a document against itself; of several that one figure breaks, the first is told first. */
export const RULES: readonly Rule[] = [
  codeSumsRule,
  totalSumsRule,
  columnSumsRule,
  sideSumsRule,
  growthRateRule,
  shareRule,
  proseTableRule,
  saidTwiceRule,
  prosePartsRule,
]
