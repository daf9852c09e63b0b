import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { openSampleIndex } from '../sample-index.ts'
import { makePlan } from './make-plan.ts'
import { planSchema } from './plan.ts'
import { SAMPLE_TEXTS } from './sample-texts.ts'

let documents: readonly DocumentRecord[] = []
let close = () => {}

beforeAll(async () => {
  const sample = await openSampleIndex(SAMPLE_TEXTS)
  close = sample.close
  documents = (await sample.door.current()).documents()
})
afterAll(() => close())

/** The parts of a plan that say which figure is meant. */
function meaning(question: string) {
  const { organizations, years, basis, codes, concepts, documentIds } = makePlan(question, documents)
  return { named: organizations.named, years, basis, codes, items: concepts.map(({ names }) => names[0]), documentIds }
}

describe('the plan of a question', () => {
  test('is data that says what is meant', () => {
    const plan = makePlan('博州水利局2031年基本支出里的公务接待费预算是多少万元？', documents)
    expect(planSchema.parse(plan)).toEqual(plan)
    expect(plan).toMatchObject({
      language: 'zh',
      operation: 'lookup',
      organizations: { named: ['博尔塔拉蒙古自治州水利局'], unknown: [], open: false },
      years: [2031],
      basis: 'budget',
      basisStrict: true,
      moneyUnit: '万元',
    })
    expect(plan.roles).toContain('basic_expenditure')
    expect(plan.concepts).toContainEqual(
      expect.objectContaining({ names: expect.arrayContaining(['公务接待费']), weight: 'item' }),
    )
    expect(plan.documentIds).toHaveLength(1)
  })

  test('is the same for full-width, traditional and typographic writing', () => {
    const plain = meaning('博州水利局2031年"三公"经费预算是多少?')
    expect(meaning('博州水利局２０３１年“三公”经费预算是多少？')).toEqual(plain)
    expect(meaning('博州水利局2031年「三公」經費預算是多少？')).toEqual(plain)
    expect(meaning('  博州水利局\u200b2031年\n"三公"经费预算是多少?')).toEqual(plain)
  })

  test.each(['公车运行', '车辆运行费', '养车费', '公务用车运行维护费', '公務用車運行費', 'vehicle running costs'])(
    '%s stands for the official names',
    (name) => {
      const items = makePlan(`博州水利局 2031 ${name}`, documents).concepts.filter(({ weight }) => weight === 'item')
      expect(items).toHaveLength(1)
      expect(items[0]?.names).toEqual(expect.arrayContaining(['公务用车运行维护费']))
    },
  )

  test.each([
    ['博州水利局2130314是多少', ['2130314']],
    ['博州水利局 213 03 14 是多少', ['2130314']],
    ['博州水利局30231', ['30231']],
    ['博州水利局预算1200万', []],
    ['博州水利局有30213人', []],
  ])('%s names the codes %j', (question, codes) => {
    expect(makePlan(question, documents).codes).toEqual(codes)
  })

  test('the language asked for wins over that of the question', () => {
    expect(makePlan('博州水利局差旅费', documents, 'en').language).toBe('en')
  })

  test('an unknown unit means no document, an open question all of them', () => {
    expect(makePlan('和田地区水利局差旅费', documents)).toMatchObject({
      documentIds: [],
      organizations: { named: [], unknown: ['和田地区水利局'], open: false },
    })
    expect(makePlan('差旅费多少', documents).organizations.open).toBe(true)
    expect(makePlan('差旅费多少', documents).documentIds).toHaveLength(documents.length)
    expect(makePlan('差旅费多少', documents.slice(0, 1)).organizations.open).toBe(false)
  })

  test('a year narrows to its documents; one that is not held leaves the unit', () => {
    const of = (question: string) =>
      makePlan(question, documents).documentIds.map(
        (id) => documents.find((document) => document.id === id)?.fiscalYear,
      )
    expect(of('文山州水利局2030年差旅费')).toEqual([2030])
    expect(of('文山州水利局2031年差旅费')).toEqual([2031])
    expect(of('文山州水利局2028年差旅费')).toEqual([2030, 2031])
  })

  // without() counts characters, the stretches count UTF-16 units.
  test('characters beyond the basic plane do not shift what is cut out', () => {
    const { subject } = makePlan('😀😀😀博州水利局2031年灌区巡查与宣传多少钱', documents)
    expect(subject.join('')).toContain('灌区巡查')
    expect(subject.join('')).not.toMatch(/博州|2031/)
  })
})

describe('hostile questions', () => {
  const fill = (piece: string) => piece.repeat(Math.ceil(2000 / piece.length)).slice(0, 2000)
  test.each([
    '(',
    '（',
    '[[',
    '“',
    '{{1}}',
    '\\',
    ' ',
    'a',
    'how many ',
    'how many a-',
    'the of ',
    '2031年',
    '2031',
    '20',
    '1,',
    '213 03 ',
    '公务用车运行费',
    '博州',
    '博州水利局',
    '增长',
    '占',
    '多少',
    '实际',
    '预算执行',
    'compared with the previous ',
    '😀',
    '\u202e',
    '人均每',
    '.*',
    '%',
  ])('%j over and over is planned in no time', (piece) => {
    makePlan('差旅费', documents)
    const started = performance.now()
    planSchema.parse(makePlan(fill(piece), documents))
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('any text at all gives a plan, and the same one again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme', maxLength: 12 }),
            fc.constantFrom(
              '博州',
              '水利局',
              '2031年',
              '差旅费',
              '占',
              '多少',
              '比上年',
              'how much',
              '三公',
              '（',
              '1,000万元',
            ),
          ),
          { maxLength: 14 },
        ),
        (pieces) => {
          const question = pieces.join('') || '?'
          const plan = planSchema.parse(makePlan(question, documents))
          expect(makePlan(question, documents)).toEqual(plan)
        },
      ),
      { numRuns: 60 },
    )
  })
})
