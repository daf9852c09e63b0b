import { describe, expect, it } from 'vitest'
import { parseDocument } from '../parse.ts'
import type { Fact } from './fact.ts'
import { statesTheSame } from './same-statement.ts'

const DOCUMENT = `青石县水务局 2032 年部门预算

一、三公经费情况说明
公务接待费 4.50 万元。
公务接待费 45000 元。
公务接待费 45001 元。
差旅费 4.50 万元。
`

/** What the document states on a line. */
async function statement(line: number): Promise<Fact> {
  const { facts } = await parseDocument(Buffer.from(DOCUMENT), 'a.txt')
  const fact = facts.find(({ source }) => source.from === line)
  if (!fact) throw new Error(`No figure is read on line ${line}.`)
  return fact
}

describe('statesTheSame', () => {
  it('goes by the sum, in whatever unit', async () => {
    expect(statesTheSame(await statement(4), await statement(5))).toBe(true)
  })

  it('refuses another digit and another measure', async () => {
    expect(statesTheSame(await statement(4), await statement(6))).toBe(false)
    expect(statesTheSame(await statement(4), await statement(7))).toBe(false)
  })

  it.each<Partial<Fact>>([
    { fiscalYear: 2031 },
    { basis: 'final_accounts' },
    { stage: 'adjusted' },
    { project: '修渠' },
    { fund: 'government_fund' },
    { facet: ['人员经费'] },
    { kind: 'change' },
    { documentId: 'another' },
  ])('refuses a statement with %o', async (change) => {
    const fact = await statement(4)
    expect(statesTheSame(fact, { ...fact, ...change })).toBe(false)
    expect(statesTheSame({ ...fact, ...change }, fact)).toBe(false)
  })
})
