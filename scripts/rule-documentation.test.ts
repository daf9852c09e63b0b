import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RULES } from '../ingest/checks/rules.ts'
import { RULE_DOCUMENTATION, ruleDocumentation } from './rule-documentation.ts'

it('documents the rules as they are: npm run docs:rules writes it anew', () => {
  expect(readFileSync(RULE_DOCUMENTATION, 'utf8')).toBe(ruleDocumentation())
})

it('has a section for each rule, with a code of its own', () => {
  const codes = [...ruleDocumentation().matchAll(/^## (.+)$/gm)].map(([, code]) => code)
  expect(codes).toEqual(RULES.map(({ code }) => code))
  expect(new Set(codes).size).toBe(codes.length)
})
