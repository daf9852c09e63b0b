import { type Account, toAccount } from './account.ts'
import { ECONOMIC_ROWS } from './economic-data.ts'

/** All economic accounts (部门预算支出经济分类, 2024), by code; source: see economic-data.ts. */
export const ECONOMIC: readonly Account[] = ECONOMIC_ROWS.map((row) => toAccount('economic', row))
