import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../answer/contract.ts'
import { displayWidth } from '../fixed-width.ts'
import { answerMessage } from './answer-message.ts'
import { sampleAnswer, sampleCitation, sampleFigure } from './sample-answer.ts'
import { faultsOf, textsIn } from './sample-block-limits.ts'

const PUBLIC = 'https://budget.example'
const shownOf = (answer: Answer, publicUrl: string | null = PUBLIC) => {
  const message = answerMessage(answer, { publicUrl })
  expect(faultsOf(message)).toEqual([])
  return textsIn(message).join('\n')
}

describe('the validator', () => {
  const { text, blocks } = answerMessage(sampleAnswer(), { publicUrl: PUBLIC })
  const section = (words: string) => ({ type: 'section', text: { type: 'mrkdwn', text: words } })
  it.each<[string, unknown]>([
    ['no text', { text: '', blocks }],
    ['no blocks', { text, blocks: [] }],
    ['51 blocks', { text, blocks: Array.from({ length: 51 }, () => section('x')) }],
    ['a long section', { text, blocks: [section('x'.repeat(3001))] }],
    ['sections too long together', { text, blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))) }],
    ['a block of no kind', { text, blocks: [{ type: 'table' }] }],
    ['a mention', { text, blocks: [section('<!channel>')] }],
    ['a bare sign', { text, blocks: [section('a & b')] }],
    ['open bold', { text, blocks: [section('*a')] }],
    ['open code', { text, blocks: [section('```a')] }],
  ])('has something against %s', (_name, message) => {
    expect(faultsOf(message)).not.toEqual([])
  })

  it('has nothing against an answer', () => {
    expect(faultsOf({ text, blocks })).toEqual([])
  })
})

describe('a figure', () => {
  it.each<[Answer['figures'][number]['check'], string, string]>([
    ['verified', '✅', '已核实'],
    ['derived', '🧮', '计算所得'],
    ['disputed', '⚠️', '另有不同数字'],
    ['unconfirmed', '❔', '未核实'],
  ])('that is %s says so', (check, mark, words) => {
    const shown = shownOf(sampleAnswer({ figures: [sampleFigure({ check })] }))
    expect(shown).toContain(`${mark} *3.50 万元*`)
    expect(shown).toContain(`*核对*\n${words}`)
  })

  it('that was reckoned has its formula and operands', () => {
    const inputs = [
      { name: 'a', label: '甲', value: '1.00', unit: '万元', citation: 1 },
      { name: 'b', label: '乙', value: '2.00', unit: '万元', citation: 1 },
    ]
    const figure = sampleFigure({ check: 'derived', derivation: { expression: 'a * 100 / b', inputs } })
    expect(shownOf(sampleAnswer({ figures: [figure] }))).toContain(
      '计算所得: a ＊ 100 / b (a = 1.00 万元 [1], b = 2.00 万元 [1])',
    )
  })

  it('that is only context, fell, or is a limit says so', () => {
    const figures = [
      sampleFigure({ role: 'context', value: '12.31', unit: '%', kind: 'change', direction: 'down' }),
      sampleFigure({ comparator: '>=', value: '95', unit: '%', kind: 'target' }),
    ]
    const shown = shownOf(sampleAnswer({ figures }))
    expect(shown).toContain('另见: *▼12.31%*')
    expect(shown).toContain('*≥95%*')
  })
})

describe('a list', () => {
  const figures = Array.from({ length: 8 }, (_, at) =>
    sampleFigure({ label: `项目${'长'.repeat(at)}`, value: `${at}.50` }),
  )
  const answer = sampleAnswer({
    figures,
    answer: ['各项：', ...figures.map(({ label, value, unit }) => `- ${label}：**${value} ${unit}**[1]`)].join('\n'),
  })

  it('is a table whose columns stand below each other, and is not said twice', () => {
    const shown = shownOf(answer)
    expect(shown).not.toContain('•')
    const rows = /```\n([\s\S]*?)\n```/.exec(shown)?.[1]?.split('\n') ?? []
    expect(rows.length).toBe(10)
    const ends = rows.slice(2).map((row) => displayWidth(row.slice(0, row.indexOf('万元') + 2)))
    expect(new Set(ends).size).toBe(1)
    expect(rows[0]).not.toContain('单位')
    expect(shown).toContain('*单位* 青石县水务局 (单位)  *年度与性质* 2031 预算（计划）  *口径* 表七 “三公”经费表')
  })

  it('tells what is only context', () => {
    const context = figures.map((figure) => ({ ...figure, role: 'context' as const }))
    expect(shownOf({ ...answer, figures: context })).toContain('另见: 项目')
  })

  it('of several organisations names them', () => {
    const several = figures.map((figure, at) => ({ ...figure, organization: `第${at}局` }))
    expect(shownOf({ ...answer, figures: several })).toContain('第7局')
  })

  it('that is long is cut, and says so', () => {
    const many = Array.from({ length: 400 }, (_, at) => sampleFigure({ label: `项目${at}`, citations: [at + 1] }))
    const citations = many.map((_, at) => sampleCitation(at + 1))
    const shown = shownOf(sampleAnswer({ figures: many, citations }))
    expect(shown).toMatch(/… 还有 \d{3} 行/)
    expect(shown).toContain('[1] <https://budget.example/documents/d1')
  })
})

describe('sources', () => {
  it('are places in words where nobody can follow a link', () => {
    const shown = shownOf(sampleAnswer(), null)
    expect(shown).toContain(
      '[1] 青石县水务局 2031 年部门预算公开 · 表七 “三公”经费表 (qingshi.txt:12, 公务接待费 → 预算数) “',
    )
    expect(shown).not.toContain('http')
  })
})

it('buttons of long and many alternatives fit', () => {
  const alternatives = Array.from({ length: 40 }, (_, at) => ({ label: '很'.repeat(90), question: `问题${at}？` }))
  const long = { label: '太长', question: '问'.repeat(2001) }
  const message = answerMessage(sampleAnswer({ status: 'ambiguous', alternatives: [long, ...alternatives] }), {
    publicUrl: PUBLIC,
  })
  expect(faultsOf(message)).toEqual([])
  const actions = message.blocks.find(({ type }) => type === 'actions')
  expect(actions).toMatchObject({ elements: expect.arrayContaining([expect.objectContaining({ value: '问题0？' })]) })
})

const HOSTILE = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      '<',
      '>',
      '&',
      '|',
      '\n',
      '<!channel>',
      '<@U1>',
      ':fire:',
      '**',
      '\\',
      '- ',
      '> ',
    ),
    fc.constantFrom('[1]', '𠀀', '\u202e', '\ud800', '公务', '<https://evil.example|x>', '&amp;'),
    fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }),
  ),
  maxLength: 60,
})

it('whatever a document says, Slack takes the message and finds nothing in it to obey', () => {
  const many = fc.integer({ min: 1, max: 300 })
  fc.assert(
    fc.property(
      HOSTILE,
      HOSTILE,
      HOSTILE,
      many,
      many,
      fc.constantFrom('zh', 'en'),
      (one, two, three, times, rows, language) => {
        const figures = Array.from({ length: rows % 9 }, () =>
          sampleFigure({ label: one, organization: two, unit: three }),
        )
        const answer = sampleAnswer({
          language,
          answer: `${one} **${two}** ${three}`.repeat(times),
          figures,
          citations: [sampleCitation(1, { quote: one.repeat(times), document: two })],
          notices: [{ kind: 'scope', message: three.repeat(times), citations: [1] }],
          alternatives: [{ label: two, question: one }],
        })
        const message = answerMessage(answer, {
          publicUrl: PUBLIC,
          asked: { user: 'U1', question: three.repeat(times) },
        })
        expect(faultsOf(message)).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})
