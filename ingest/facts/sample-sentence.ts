import type { Identity } from '../domain/document.ts'
import type { FactDraft } from './fact-base.ts'
import { sentenceFacts } from './sentence-facts.ts'
import type { Setting } from './setting.ts'

export const identity: Identity = {
  organization: '青石县水务局',
  aliases: [],
  level: 'unit',
  fiscalYear: 2032,
  basis: 'budget',
  title: '',
}

/** The facts of a paragraph of a budget of 2032, unless the setting says otherwise. */
export function facts(text: string, setting: Partial<Setting> = {}): FactDraft[] {
  const whole = { identity, role: 'other' as const, section: [], project: null, ownNames: ['青石县水务局'], ...setting }
  return sentenceFacts([{ text, line: 1 }], whole)
}

/** Facts in short: kind, name with parents, value with unit. */
export function said(text: string, setting: Partial<Setting> = {}): string[] {
  return facts(text, setting).map(
    ({ kind, parents, measure, amount }) =>
      `${kind} ${[...parents, measure.name].join('>')} ${amount.value}${amount.unit}`,
  )
}

/** Facts in short: name, value, fiscal year, basis. */
export function timed(text: string, setting: Partial<Setting> = {}): string[] {
  return facts(text, setting).map(
    ({ measure, amount, fiscalYear, basis }) => `${measure.name} ${amount.value} ${fiscalYear} ${basis}`,
  )
}
