import { describe, expect, test } from 'vitest'
import type { Answer } from '../server/answer/contract.ts'
import { SOURCES, sampleAnswer, sampleCitation, sampleFigure, sampleQuestion } from './sample-answer.ts'
import { score } from './score.ts'
import { sourcesOf } from './sources.ts'

const outcomeOf = (answer: Answer, question = sampleQuestion()) => score(question, answer, SOURCES).outcome
const alternatives = [
  { label: 'a', question: 'a?' },
  { label: 'b', question: 'b?' },
]

describe('a figure that is asked for', () => {
  test('the right answer is correct, proven and cites the evidence', () => {
    expect(score(sampleQuestion(), sampleAnswer(), SOURCES)).toEqual({
      outcome: 'correct',
      why: '',
      figures: 1,
      citationsHold: true,
      citesEvidence: true,
    })
  })

  test('the same money in another unit is correct', () => {
    const answer = sampleAnswer({
      answer: '预算 62000 元',
      figures: [sampleFigure({ value: '62000', unit: '元', check: 'derived' })],
    })
    expect(outcomeOf(answer)).toBe('correct')
  })

  test('a changed digit is wrong', () => {
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure({ value: '6.21' })] }))).toBe('wrong')
  })

  test.each(['元', '亿元', '%', '人'])('the unit %s is wrong', (unit) => {
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure({ unit })] }))).toBe('wrong')
  })

  test('the right figure as mere context is not given', () => {
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure({ role: 'context' })] }))).toBe('abstained')
  })

  test('a figure of another scope beside it, both as answers, is not correct', () => {
    const figures = [sampleFigure(), sampleFigure({ value: '5.20' })]
    expect(outcomeOf(sampleAnswer({ figures }))).toBe('partial')
    const asContext = [sampleFigure(), sampleFigure({ value: '5.20', role: 'context' })]
    expect(outcomeOf(sampleAnswer({ figures: asContext }))).toBe('correct')
  })

  test('a figure that the text does not state is partial', () => {
    expect(outcomeOf(sampleAnswer({ answer: '预算见下表' }))).toBe('partial')
  })

  test('a missing word that a careful answer says is partial', () => {
    const answer = sampleAnswer({ answer: '公务用车运行费为 6.20 万元' })
    expect(score(sampleQuestion(), answer, SOURCES)).toMatchObject({ outcome: 'partial', why: 'does not say 预算' })
    const notices: Answer['notices'] = [{ kind: 'basis', message: '这是预算，不是实际支出', citations: [] }]
    expect(outcomeOf({ ...answer, notices })).toBe('correct')
  })

  test('one of the words in an inner list is enough', () => {
    const question = sampleQuestion({ must_say: [['budget', '预算']] })
    expect(outcomeOf(sampleAnswer(), question)).toBe('correct')
    expect(outcomeOf(sampleAnswer(), sampleQuestion({ must_say: [['budget', '决算']] }))).toBe('partial')
  })

  test('not answering is abstaining, not a wrong answer', () => {
    expect(outcomeOf(sampleAnswer({ status: 'not_found', figures: [] }))).toBe('abstained')
  })

  test('a difference may be stated with the other sign, a level may not', () => {
    const answer = sampleAnswer({
      answer: '预算减少 0.80 万元',
      figures: [sampleFigure({ value: '-0.80', check: 'derived' })],
    })
    const wanted = { answer: { type: 'figure', value: '0.80', unit: '万元' } }
    expect(outcomeOf(answer, sampleQuestion(wanted))).toBe('wrong')
    expect(outcomeOf(answer, sampleQuestion({ ...wanted, kind: 'compare' }))).toBe('correct')
  })
})

describe('citations', () => {
  const holds = (answer: Answer) => score(sampleQuestion(), answer, SOURCES).citationsHold

  test.each([
    ['another line', { lines: [6, 6] }],
    ['a line that holds the digits only inside a longer number', { raw: '6.2', lines: [4, 4] }],
    ['an altered raw text', { raw: '6.30' }],
    ['another file', { file: '011_other.txt' }],
    ['a span of more than twenty lines', { lines: [1, 30] }],
    ['a reversed span', { lines: [5, 4] }],
    ['no raw text', { raw: '' }],
  ] satisfies [string, Parameters<typeof sampleCitation>[0]][])('%s does not hold', (_, changes) => {
    expect(holds(sampleAnswer({ citations: [sampleCitation(changes)] }))).toBe(false)
  })

  test('a number cited on a line that prints another number does not prove the figure', () => {
    const citations = [sampleCitation({ raw: '16.20' })]
    expect(holds(sampleAnswer({ citations }))).toBe(false)
    expect(holds(sampleAnswer({ citations, figures: [sampleFigure({ check: 'derived' })] }))).toBe(true)
  })

  test('a figure without a citation, or with one that is not listed, is not proven', () => {
    expect(holds(sampleAnswer({ figures: [sampleFigure({ citations: [] })] }))).toBe(false)
    expect(holds(sampleAnswer({ figures: [sampleFigure({ citations: [1, 9] })] }))).toBe(false)
  })

  test('a place that is not among the evidence is told apart from one that is', () => {
    const elsewhere = sampleAnswer({ citations: [sampleCitation({ lines: [5, 5] })] })
    expect(score(sampleQuestion(), elsewhere, SOURCES)).toMatchObject({ citationsHold: true, citesEvidence: false })
  })

  test('a page of a PDF is held against what it prints', () => {
    const { lines: _, ...frame } = { ...sampleCitation(), lines: [] }
    const sources = sourcesOf(new Map(), ['010.pdf'], () => ['封面', '合计 16.20\n公务用车运行费   6.20'])
    const asked = sampleQuestion({ evidence: [{ doc: '010', pages: [2, 3], raw: '6.20' }] })
    const on = (page: number, raw = '6.20') => {
      const citation = {
        ...frame,
        file: '010.pdf',
        raw,
        page,
        box: [0, 0, 9, 9] satisfies [number, number, number, number],
      }
      return score(asked, sampleAnswer({ citations: [citation] }), sources)
    }
    expect(on(2)).toMatchObject({ citationsHold: true, citesEvidence: true })
    expect(on(1)).toMatchObject({ citationsHold: false, citesEvidence: false })
    expect(on(9).citationsHold).toBe(false)
    expect(on(2, '16.2').citationsHold).toBe(false)
  })

  test('without the documents asked about, evidence cannot be told', () => {
    const question = sampleQuestion({ docs: ['999'], evidence: [{ doc: '999', lines: [4, 4], raw: '6.20' }] })
    expect(score(question, sampleAnswer(), SOURCES)).toMatchObject({ citationsHold: true, citesEvidence: null })
  })
})

describe('several figures', () => {
  const question = sampleQuestion({
    kind: 'list',
    answer: {
      type: 'figures',
      values: [
        { value: '6.20', unit: '万元' },
        { value: '18', unit: '人' },
      ],
    },
  })
  const posts = sampleFigure({ value: '18', unit: '人', kind: 'count' })

  test('all of them are wanted', () => {
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure(), posts] }), question)).toBe('correct')
    expect(outcomeOf(sampleAnswer(), question)).toBe('partial')
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure({ value: '1' })] }), question)).toBe('wrong')
  })

  test('a quarter more is let pass, not two', () => {
    const extra = (value: string) => sampleFigure({ value })
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure(), posts, extra('1')] }), question)).toBe('correct')
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure(), posts, extra('1'), extra('2')] }), question)).toBe(
      'partial',
    )
  })
})

describe('a contradiction in the document', () => {
  const question = sampleQuestion({
    kind: 'conflict',
    answer: {
      type: 'figures',
      values: [
        { value: '6.20', unit: '万元' },
        { value: '5.20', unit: '万元' },
      ],
    },
  })
  const figures = [sampleFigure(), sampleFigure({ value: '5.20', role: 'context' })]

  test('both figures and the notice are wanted', () => {
    const notices: Answer['notices'] = [{ kind: 'conflict', message: '两处不同', citations: [] }]
    expect(outcomeOf(sampleAnswer({ figures, notices }), question)).toBe('correct')
    expect(outcomeOf(sampleAnswer({ figures }), question)).toBe('partial')
    expect(outcomeOf(sampleAnswer({ notices }), question)).toBe('partial')
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure({ value: '1' })], notices }), question)).toBe('wrong')
  })
})

describe('words that are asked for', () => {
  const question = sampleQuestion({ kind: 'text', answer: { type: 'text', contains: ['Office', ['甲', '乙']] } })
  const text = (answer: string, changes: Partial<Answer> = {}) => sampleAnswer({ answer, figures: [], ...changes })

  test('all parts are wanted, whatever the case and the spacing', () => {
    expect(outcomeOf(text('预算：off ice 和乙'), question)).toBe('correct')
    expect(outcomeOf(text('预算：office'), question)).toBe('wrong')
  })

  test('an answer that quotes half the document is partial', () => {
    expect(outcomeOf(text(`预算：office 甲${'。'.repeat(1500)}`), question)).toBe('partial')
  })

  test('an answer that cites another place is partial', () => {
    expect(outcomeOf(text('预算：office 甲', { citations: [sampleCitation({ lines: [1, 1] })] }), question)).toBe(
      'partial',
    )
  })
})

describe('what the corpus does not hold', () => {
  const question = sampleQuestion({ kind: 'unanswerable', answer: { type: 'none' }, evidence: [] })

  test('a refusal is correct, a figure is wrong, anything else is abstaining', () => {
    expect(outcomeOf(sampleAnswer({ status: 'not_found', figures: [] }), question)).toBe('correct')
    expect(outcomeOf(sampleAnswer(), question)).toBe('wrong')
    expect(outcomeOf(sampleAnswer({ status: 'not_found' }), question)).toBe('wrong')
    expect(outcomeOf(sampleAnswer({ status: 'ambiguous', figures: [], alternatives }), question)).toBe('abstained')
  })

  test('the nearest figure may stand there as context', () => {
    const figures = [sampleFigure({ role: 'context' })]
    expect(outcomeOf(sampleAnswer({ status: 'not_found', figures }), question)).toBe('correct')
  })
})

describe('a question that fits several things', () => {
  const question = sampleQuestion({ kind: 'ambiguous' })

  test('asking back needs two alternatives', () => {
    const asked = sampleAnswer({ status: 'ambiguous', figures: [], alternatives })
    expect(outcomeOf(asked, question)).toBe('correct')
    expect(outcomeOf({ ...asked, alternatives: alternatives.slice(1) }, question)).toBe('partial')
  })

  test('showing the wanted figures is right too; guessing is wrong', () => {
    expect(outcomeOf(sampleAnswer(), question)).toBe('correct')
    expect(outcomeOf(sampleAnswer({ figures: [sampleFigure({ value: '1' })] }), question)).toBe('wrong')
  })

  test('where nothing may be answered, a figure is wrong', () => {
    expect(outcomeOf(sampleAnswer(), sampleQuestion({ kind: 'ambiguous', answer: { type: 'none' } }))).toBe('wrong')
  })
})
