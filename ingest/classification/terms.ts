import type { Term } from './term.ts'
import { MONEY_TERMS } from './terms-money-data.ts'
import { OTHER_TERMS } from './terms-other-data.ts'

/**
 * Fiscal vocabulary of budget disclosures: money first, then counts, rates, scores, scopes and tables.
 * Wording as usual in the disclosures and in (from memory, texts not opened) 《中华人民共和国预算法》(2018), 预算法实施条例 (2020), 财政部《地方预决算公开操作规程》(财预〔2016〕143号) for the set of
 * tables and notes, 《部门决算报表》 for income sources, 《行政事业单位国有资产报告》 for assets; synonyms are everyday usage.
 */
export const TERMS: readonly Term[] = [...MONEY_TERMS, ...OTHER_TERMS]
