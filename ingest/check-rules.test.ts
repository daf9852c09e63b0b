import { describe, expect, it } from 'vitest'
import { checkDocument } from './checks/check-document.ts'
import { DocumentView } from './checks/document-view.ts'
import type { RuleExamples } from './checks/rule.ts'
import { RULES } from './checks/rules.ts'
import type { Finding } from './domain/finding.ts'
import { parseDocument } from './parse.ts'

async function viewOf(text: string, { basis }: RuleExamples): Promise<DocumentView> {
  const cover = `青石县水务局 2031 年部门${basis === 'final_accounts' ? '决算' : '预算'}公开`
  return new DocumentView(await parseDocument(Buffer.from(`${cover}\n\n${text}`), 'sample.txt'))
}

/** What rounding explains is told, and is no error. */
function isSerious({ verdict }: Finding): boolean {
  return verdict !== 'rounding'
}

describe.each(RULES)('rule $code', (rule) => {
  it.each(rule.examples.trips)('says something of example %#', async (text) => {
    const { findings, applied } = checkDocument(await viewOf(text, rule.examples), [rule])
    expect(applied[rule.code]).toBeGreaterThan(0)
    expect(findings.filter(isSerious)).not.toEqual([])
  })

  it.each(rule.examples.passes)('says nothing of passing example %#', async (text) => {
    expect(checkDocument(await viewOf(text, rule.examples), [rule]).findings.filter(isSerious)).toEqual([])
  })

  it('has examples of both, and says why in both languages', () => {
    expect(rule.examples.trips.length).toBeGreaterThan(0)
    expect(rule.examples.passes.length).toBeGreaterThan(0)
    expect([rule.title.zh, rule.title.en, rule.reasoning.zh, rule.reasoning.en].every((text) => text !== '')).toBe(true)
  })
})
