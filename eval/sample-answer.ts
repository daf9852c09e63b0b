import type { Answer, Citation, Figure } from '../server/answer/contract.ts'
import { type GoldQuestion, goldQuestionSchema } from './gold.ts'
import { type Sources, sourcesOf } from './sources.ts'

/** A source, a question on it and the right answer: what the tests plant their faults in. */
const SOURCE_LINES = [
  '某县财政局 2021 年部门预算公开',
  '单位：万元',
  '| 合计 | 公务用车运行费 |',
  '| 16.20 | 6.20 |',
  '公务用车运行费 6.20 万元，比上年减少 0.80 万元。',
  '编制数 18 人。',
  '基本支出里的公务用车运行维护费 5.20 万元。',
]

export const SOURCES: Sources = sourcesOf(new Map([['010_some-county.txt', SOURCE_LINES.join('\n')]]))

export function sampleQuestion(changes: Record<string, unknown> = {}): GoldQuestion {
  return goldQuestionSchema.parse({
    id: 'q-1',
    docs: ['010'],
    question: '某县财政局2021年公务用车运行费预算是多少？',
    lang: 'zh',
    kind: 'lookup',
    answer: { type: 'figure', value: '6.20', unit: '万元', tolerance: '0' },
    evidence: [{ doc: '010', lines: [4, 4], raw: '6.20' }],
    must_say: ['预算'],
    ...changes,
  })
}

export function sampleCitation(changes: Partial<Extract<Citation, { lines: unknown }>> = {}): Citation {
  return {
    id: 1,
    documentId: 'd',
    document: '某县财政局 2021 年部门预算公开',
    file: '010_some-county.txt',
    kind: 'cell',
    raw: '6.20',
    lines: [4, 4],
    quote: '| 16.20 | 6.20 |',
    href: '/documents/d',
    ...changes,
  }
}

export function sampleFigure(changes: Partial<Figure> = {}): Figure {
  return {
    role: 'answer',
    label: '公务用车运行费',
    value: '6.20',
    unit: '万元',
    organization: '某县财政局',
    level: 'department',
    fiscalYear: 2021,
    basis: 'budget',
    stage: null,
    kind: 'level',
    comparator: null,
    direction: null,
    check: 'verified',
    citations: [1],
    ...changes,
  }
}

export function sampleAnswer(changes: Partial<Answer> = {}): Answer {
  return {
    id: 'a',
    conversationId: 'c',
    status: 'answered',
    language: 'zh',
    answer: '2021 年预算的公务用车运行费为 6.20 万元 [1]。',
    figures: [sampleFigure()],
    citations: [sampleCitation()],
    notices: [],
    alternatives: [],
    engine: { mode: 'offline', model: null, fellBack: false },
    timings: { totalMs: 1 },
    ...changes,
  }
}
