import type { ComponentName } from './openapi-schemas.ts'

const citation = {
  id: 1,
  documentId: '0123456789abcdef',
  document: '示例县教育局 2031 年部门预算公开',
  file: 'example.txt',
  kind: 'cell',
  table: { id: '0123456789abcdef-t8', number: '表八', title: '一般公共预算“三公”经费支出情况表' },
  row: ['示例县教育局'],
  column: ['公务用车购置及运行费', '公务用车运行费'],
  raw: '4.20',
  lines: [214, 214],
  quote: '示例县教育局 4.50 0.00 4.20 0.00 4.20 0.30',
  href: '/documents/0123456789abcdef?lines=214-214&raw=4.20#L214',
}

/** Invented examples, shown in the OpenAPI document; a test holds them against their schemas. */
export const EXAMPLES: Partial<Readonly<Record<ComponentName, unknown>>> = {
  AskRequest: { question: '示例县教育局2031年公务用车运行费预算是多少？', language: 'zh', mode: 'offline' },
  Answer: {
    id: 'a-1',
    conversationId: 'c-1',
    status: 'answered',
    language: 'zh',
    answer: '示例县教育局 2031 年**预算**安排公务用车运行费 **4.20 万元**[1]。',
    figures: [
      {
        role: 'answer',
        label: '公务用车运行费',
        value: '4.20',
        unit: '万元',
        organization: '示例县教育局',
        level: 'department',
        fiscalYear: 2031,
        basis: 'budget',
        stage: null,
        kind: 'level',
        comparator: null,
        direction: null,
        check: 'verified',
        citations: [1],
      },
    ],
    citations: [citation],
    notices: [{ kind: 'basis', message: '这是预算数，不是实际支出。', citations: [1] }],
    alternatives: [],
    engine: { mode: 'offline', model: null, fellBack: false },
    timings: { totalMs: 4.2 },
  },
  Facts: {
    facts: [
      {
        id: '0123456789abcdef-f17',
        organization: '示例县教育局',
        fiscalYear: 2031,
        basis: 'budget',
        kind: 'level',
        measure: { name: '公务用车运行维护费', classification: 'economic', code: '30231' },
        scope: 'three_public',
        value: '4.20',
        unit: '万元',
        source: citation,
      },
    ],
    nextPage: null,
  },
  Liveness: { status: 'ok' },
  Readiness: { status: 'ready', version: '2031-02-03-1', documents: 5 },
  Problem: {
    type: 'urn:budget-chat:problem:request-invalid',
    title: 'The request does not validate.',
    status: 400,
    detail: 'question: Too small: expected string to have >=1 characters',
    code: 'request-invalid',
    requestId: '5f0c8a52-8a3e-4a8c-9d53-2f6a2f4d7b10',
    errors: [{ field: 'question', message: 'Too small: expected string to have >=1 characters' }],
  },
}
