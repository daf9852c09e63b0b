import type { Answer, Citation, Figure } from '../answer/contract.ts'

/** For tests: a figure of a made-up bureau. */
export function sampleFigure(change: Partial<Figure> = {}): Figure {
  return {
    role: 'answer',
    label: '公务接待费',
    value: '3.50',
    unit: '万元',
    organization: '青石县水务局',
    level: 'unit',
    fiscalYear: 2031,
    basis: 'budget',
    stage: null,
    kind: 'level',
    comparator: null,
    direction: null,
    check: 'verified',
    citations: [1],
    ...change,
  }
}

/** For tests: a cell of a table of a made-up bureau. */
export function sampleCitation(id: number, change: Partial<Pick<Citation, 'quote' | 'document'>> = {}): Citation {
  return {
    id,
    documentId: 'd1',
    document: '青石县水务局 2031 年部门预算公开',
    file: 'qingshi.txt',
    kind: 'cell',
    table: { id: 'd1-t1', number: '表七', title: '“三公”经费表' },
    row: ['公务接待费'],
    column: ['预算数'],
    raw: '3.50',
    lines: [12, 12],
    quote: '公务接待费 | 3.50',
    href: `/documents/d1?lines=12-12&raw=3.50#L${id}`,
    ...change,
  }
}

/** For tests: an answer of a made-up bureau. */
export function sampleAnswer(change: Partial<Answer> = {}): Answer {
  return {
    id: 'a1',
    conversationId: 'c1',
    status: 'answered',
    language: 'zh',
    answer: '青石县水务局2031年预算：公务接待费 **3.50 万元**[1]。',
    figures: [sampleFigure()],
    citations: [sampleCitation(1)],
    notices: [{ kind: 'basis', message: '这是预算安排数。', citations: [1] }],
    alternatives: [],
    engine: { mode: 'offline', model: null, fellBack: false },
    timings: { totalMs: 1 },
    ...change,
  }
}
