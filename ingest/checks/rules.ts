import type { Rule } from './rule.ts'
import { accountMisnamedRule } from './rules/account-misnamed.ts'
import { accountNamesRule } from './rules/account-names.ts'
import { budgetComparisonRule } from './rules/budget-comparison.ts'
import { codeSumsRule } from './rules/code-sums.ts'
import { columnSumsRule } from './rules/column-sums.ts'
import { contentsRule } from './rules/contents.ts'
import { costIndicatorsRule } from './rules/cost-indicators.ts'
import { countsRule } from './rules/counts.ts'
import { crossTablesRule } from './rules/cross-tables.ts'
import { executionRateRule } from './rules/execution-rate.ts'
import { formFieldsRule } from './rules/form-fields.ts'
import { formMoneyRule } from './rules/form-money.ts'
import { formScoresRule } from './rules/form-scores.ts'
import { goalsToldRule } from './rules/goals-told.ts'
import { growthRateRule } from './rules/growth-rate.ts'
import { listedAccountsRule } from './rules/listed-accounts.ts'
import { operatingExpenseRule } from './rules/operating-expense.ts'
import { procurementLimitsRule } from './rules/procurement-limits.ts'
import { projectBudgetsRule } from './rules/project-budgets.ts'
import { projectNamesRule } from './rules/project-names.ts'
import { proseAccountsRule } from './rules/prose-accounts.ts'
import { prosePartsRule } from './rules/prose-parts.ts'
import { proseTableRule } from './rules/prose-table.ts'
import { purposesRule } from './rules/purposes.ts'
import { resultsClaimedRule } from './rules/results-claimed.ts'
import { saidTwiceRule } from './rules/said-twice.ts'
import { shareRule } from './rules/share.ts'
import { sideSumsRule } from './rules/side-sums.ts'
import { staffRule } from './rules/staff.ts'
import { targetScoreRule } from './rules/target-score.ts'
import { threePublicBasicRule } from './rules/three-public-basic.ts'
import { totalSumsRule } from './rules/total-sums.ts'
import { typingRule } from './rules/typing.ts'
import { vehiclesRule } from './rules/vehicles.ts'

/** Every rule that holds a document against itself; of several that one figure breaks, the first is told first. */
export const RULES: readonly Rule[] = [
  codeSumsRule,
  totalSumsRule,
  columnSumsRule,
  sideSumsRule,
  crossTablesRule,
  growthRateRule,
  shareRule,
  executionRateRule,
  budgetComparisonRule,
  accountMisnamedRule,
  proseTableRule,
  saidTwiceRule,
  prosePartsRule,
  proseAccountsRule,
  operatingExpenseRule,
  threePublicBasicRule,
  vehiclesRule,
  procurementLimitsRule,
  projectBudgetsRule,
  projectNamesRule,
  formMoneyRule,
  formScoresRule,
  costIndicatorsRule,
  targetScoreRule,
  goalsToldRule,
  staffRule,
  countsRule,
  resultsClaimedRule,
  purposesRule,
  listedAccountsRule,
  accountNamesRule,
  contentsRule,
  typingRule,
  formFieldsRule,
]
