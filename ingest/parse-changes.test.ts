import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from './domain/fact.ts'
import { parseDocument } from './parse.ts'

/** The figures of a made-up disclosure: what of it is changed, must change in the facts, and nothing else. */
interface Figures {
  readonly year: number
  readonly unit: string
  readonly rows: readonly string[]
  readonly sentence: readonly string[]
}

function disclosure({ year, unit, rows, sentence }: Figures): string {
  const total = rows.at(-1)
  return `青石县水务局${year}年部门预算公开

表七
项目支出情况表

单位：${unit}

科目名称	项目名称	金额
水利	修渠补助	${rows[0]}
水利	打井补助	${rows[1]}
合计		${total}

第三部分 ${year}年部门预算情况说明

一、关于“三公”经费情况说明

公务接待费 ${sentence[0]} 万元，比上年减少 ${sentence[1]} 万元；公务用车运行费 ${sentence[2]} 万元，占 ${sentence[3]}%。
`
}

/** Facts without what their document's bytes decide. */
async function factsOf(figures: Figures): Promise<Omit<Fact, 'id' | 'documentId' | 'tableId'>[]> {
  const { facts } = await parseDocument(Buffer.from(disclosure(figures)), 'sample.txt')
  return facts.map(({ id: _, documentId: __, tableId: ___, ...fact }) => fact)
}

const printed = fc.tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.boolean()).map(([cents, separated]) => {
  const text = (cents / 100).toFixed(2)
  return separated ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text
})
const figures: fc.Arbitrary<Figures> = fc.record({
  year: fc.integer({ min: 2015, max: 2035 }),
  unit: fc.constantFrom('万元', '元', '亿元'),
  rows: fc.array(printed, { minLength: 3, maxLength: 3 }),
  sentence: fc.array(printed, { minLength: 4, maxLength: 4 }),
})
const withOne = (list: readonly string[], at: number, text: string) =>
  list.map((old, index) => (index === at ? text : old))

describe('a document whose figures change', () => {
  it('has one fact for each figure, exact', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (sample) => {
        const values = (await factsOf(sample)).map(({ amount }) => amount.value)
        expect(values).toEqual([...sample.rows, ...sample.sentence].map((text) => text.replaceAll(',', '')))
      }),
      { numRuns: 50 },
    )
  })

  it('changes exactly the fact of the figure that changed', async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.nat({ max: 6 }), printed, async (sample, at, text) => {
        const other =
          at < 3
            ? { ...sample, rows: withOne(sample.rows, at, text) }
            : { ...sample, sentence: withOne(sample.sentence, at - 3, text) }
        const [before, after] = [await factsOf(sample), await factsOf(other)]
        expect(after.map(({ amount: _, quote: __, ...meaning }) => meaning)).toEqual(
          before.map(({ amount: _, quote: __, ...meaning }) => meaning),
        )
        const changed = after.flatMap(({ amount }, index) => (amount.raw === before[index]?.amount.raw ? [] : [index]))
        expect(changed.every((index) => index === at)).toBe(true)
        expect(after[at]?.amount).toMatchObject({ raw: text, value: text.replaceAll(',', '') })
      }),
      { numRuns: 50 },
    )
  })

  it('changes the unit of the table and of nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.constantFrom('万元', '元', '亿元'), async (sample, unit) => {
        const [before, after] = [await factsOf(sample), await factsOf({ ...sample, unit })]
        expect(after.slice(0, 3).every(({ amount }) => amount.unit === unit)).toBe(true)
        expect(after.slice(3)).toEqual(before.slice(3))
        expect(after.map(({ amount }) => amount.value)).toEqual(before.map(({ amount }) => amount.value))
      }),
      { numRuns: 30 },
    )
  })

  it('changes the year of every fact and nothing else of them', async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.integer({ min: 2015, max: 2035 }), async (sample, year) => {
        const withoutYear = (list: Awaited<ReturnType<typeof factsOf>>) =>
          list.map(({ fiscalYear: _, section: __, ...fact }) => fact)
        const [before, after] = [await factsOf(sample), await factsOf({ ...sample, year })]
        expect(after.every(({ fiscalYear }) => fiscalYear === year)).toBe(true)
        expect(withoutYear(after)).toEqual(withoutYear(before))
      }),
      { numRuns: 30 },
    )
  })
})
