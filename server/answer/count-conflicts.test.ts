import { describe, expect, test } from 'vitest'
import type { Fact } from '../../ingest/domain/fact.ts'
import { fakeFact } from '../lookup/fake-corpus.ts'
import { countedOtherwise } from './count-conflicts.ts'
import { recheck } from './recheck.ts'

let made = 0
/** A number of things, told of a project unless said otherwise. */
function counted(name: string, value: string, change: Partial<Fact> = {}, unit = '人'): Fact {
  made += 1
  return fakeFact('d', made, {
    kind: 'target',
    amount: { value, unit, raw: value },
    measure: { name, classification: null, code: null },
    project: '护河员补贴',
    role: 'performance',
    origin: 'form',
    ...change,
  })
}

const prose = { origin: 'sentence', kind: 'count' } as const
const whole = { project: null } as const

describe('a number of things told twice', () => {
  test.each<[string, Fact, Fact]>([
    ['in prose and in the form of a project', counted('护河员', '40', prose), counted('护河员人数', '42')],
    ['of a project and of the unit as a whole', counted('补贴护河员人数', '40'), counted('补贴护河员数', '42', whole)],
    [
      'in a project and in the form of the whole',
      counted('补贴护河员人数', '40'),
      counted('补贴护河员人数', '42', { project: '部门整体支出' }),
    ],
    ['in other counting words', counted('护河员', '40', prose), counted('护河员人数', '42', {}, '名')],
    [
      'as reached',
      counted('护河员', '40', { kind: 'actual', origin: 'sentence' }),
      counted('护河员人数', '42', { kind: 'actual' }),
    ],
    ['in the everyday short form', counted('医保缴费人数', '40'), counted('全县参加医疗保险缴费人数', '42', whole)],
  ])('%s is a conflict, seen from either', (_, one, other) => {
    expect(countedOtherwise(one, [one, other])).toBe(other)
    expect(countedOtherwise(other, [one, other])).toBe(one)
  })

  test.each<[string, Fact, Fact]>([
    ['the same number', counted('护河员', '40', prose), counted('护河员人数', '40.0')],
    ['two indicators of one list', counted('护河员人数', '40'), counted('女护河员人数', '12')],
    ['two sentences of one project', counted('护河员', '40', prose), counted('护河员', '42', prose)],
    ['two projects', counted('培训护河员人数', '40'), counted('培训护河员人数', '42', { project: '河长制' })],
    ['planned and reached', counted('护河员', '40', prose), counted('护河员人数', '38', { kind: 'actual' })],
    [
      'planned, and counted in final accounts',
      counted('护河员人数', '40'),
      counted('护河员', '38', { ...prose, basis: 'final_accounts' }),
    ],
    ['another thing', counted('护河员', '40', prose), counted('巡河船只', '4')],
    ['another unit', counted('护河员', '40', prose), counted('护河员', '42', {}, '次')],
    ['another year', counted('护河员', '40', prose), counted('护河员人数', '42', { fiscalYear: 2030 })],
    ['another document', counted('护河员', '40', prose), counted('护河员人数', '42', { documentId: 'other' })],
    ['a narrower column', counted('护河员', '40', prose), counted('护河员人数', '42', { facet: ['女'] })],
    ['mentioned in a reason', counted('补贴护河员', '40'), counted('补贴护河员', '42', { ...whole, origin: 'reason' })],
    ['half of the name alike', counted('补贴护河员人数', '40'), counted('培训护河员家属', '42', whole)],
    ['money', counted('护河员补贴', '40', prose, '万元'), counted('护河员补贴', '42', {}, '万元')],
    ['percentages', counted('发放率', '40', prose, '%'), counted('发放率', '42', {}, '%')],
    ['amounts', counted('护河员', '40', { kind: 'level', origin: 'sentence' }), counted('护河员人数', '42')],
    ['short names of project and whole', counted('护河员人数', '40'), counted('护河员数', '42', whole)],
  ])('%s: no conflict', (_, one, other) => {
    expect(countedOtherwise(one, [one, other])).toBeNull()
  })

  test('stands beside the answer, both disputed', () => {
    const [fact, rival] = [counted('护河员', '40', prose), counted('护河员人数', '42')]
    const checked = recheck([{ form: 'printed', role: 'answer', facts: [fact], disputed: false }], [fact, rival])
    expect(checked.figures).toMatchObject([
      { role: 'answer', facts: [{ id: fact.id }], disputed: true },
      { role: 'context', facts: [{ id: rival.id }], disputed: true },
    ])
    expect(checked.cautions).toEqual([{ kind: 'conflict', facts: [fact, rival] }])
  })
})
