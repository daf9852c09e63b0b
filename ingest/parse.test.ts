import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from './domain/fact.ts'
import { squeeze } from './domain/name.ts'
import { Problem } from './domain/problem.ts'
import { type Parse, parseDocument } from './parse.ts'
import { measureUnderstanding } from './understood.ts'

const DOCUMENTS = new URL('../../shared/documents/', import.meta.url)
const held = existsSync(DOCUMENTS)

/** Identity of each real document, by the number its file begins with. */
const IDENTITIES = {
  '000': ['克孜勒苏柯尔克孜自治州医疗保障局', 2022, 'budget', 'unit'],
  '001': ['峨边彝族自治县医疗保障局', 2023, 'budget', 'department'],
  '002': ['昌吉回族自治州医疗保障局', 2022, 'final_accounts', 'department'],
  '003': ['阿图什市医疗保障局', 2024, 'budget', 'unit'],
  '004': ['巴音郭楞蒙古自治州医疗保障局', 2020, 'budget', 'department'],
} as const

/** Figures read by eye: document, line, measure, value, unit, and what tells this figure from others on the line. */
const SPOTS: readonly (readonly [keyof typeof IDENTITIES, number, string, string, string, Partial<Fact>])[] = [
  ['000', 139, '行政运行', '424.79', '万元', { role: 'income', facet: [], fund: 'all' }],
  ['000', 254, '退休费', '1.06', '万元', { role: 'basic_expenditure', parents: ['对个人和家庭的补助'], facet: [] }],
  ['000', 272, '基金监管专项经费', '26.40', '万元', { project: '基金监管专项经费', facet: [] }],
  ['000', 574, '医疗保险费宣传册印刷数量', '40000', '份', { kind: 'target', project: '医疗保险宣传费' }],
  ['000', 651, '基金监管稽核次数', '12', '次', { kind: 'target', comparator: '>=' }],
  ['001', 325, '项目支出', '1108.00', '万元', { role: 'project_expenditure', total: true, project: null }],
  ['001', 473, '资金总额', '1397.18', '万元', { parents: ['年度部门整体支出预算'], project: '整体支出绩效' }],
  ['001', 610, '单位资产', '51.04', '万元', { role: 'assets', origin: 'sentence' }],
  ['002', 119, '收入总计', '761.05', '万元', { basis: 'final_accounts', kind: 'level' }],
  ['002', 484, '固定资产原值', '210.77', '万元', { role: 'assets' }],
  ['003', 314, '“三公”经费', '1.20', '万元', { role: 'three_public', total: true }],
  ['004', 296, '公务用车运行维护费', '5.20', '万元', { role: 'basic_expenditure', facet: [] }],
  ['004', 339, '公务用车运行费', '6.20', '万元', { role: 'three_public', fund: 'general' }],
  ['004', 409, '数量', '2', '辆', { role: 'assets', parents: ['主要资产情况', '汽车'], kind: 'count' }],
]

// A checkout without the documents beside it may go without; a build may not.
// eslint-disable-next-line no-restricted-syntax -- whether this is a build only the environment says
describe.skipIf(!held && (process.env.CI ?? '') === '')('the real documents', () => {
  const parses = new Map<string, Parse>()
  const parsed = async (id: string): Promise<Parse> => {
    const file = readdirSync(DOCUMENTS).find((name) => name.startsWith(id)) ?? id
    const parse = parses.get(id) ?? (await parseDocument(readFileSync(new URL(file, DOCUMENTS)), file))
    parses.set(id, parse)
    return parse
  }

  it('stand beside the repository', () => {
    expect(held).toBe(true)
  })

  it.each(Object.entries(IDENTITIES))(
    '%s is known for what it is',
    async (id, [organization, fiscalYear, basis, level]) => {
      expect((await parsed(id)).identity).toMatchObject({ organization, fiscalYear, basis, level })
    },
  )

  it.each(Object.keys(IDENTITIES))('%s is understood', async (id) => {
    const { lines, facts } = await parsed(id)
    expect(measureUnderstanding(lines, facts).share).toBeGreaterThanOrEqual(0.98)
  })

  it.each(SPOTS)('%s line %i gives %s %s %s', async (id, line, name, value, unit, rest) => {
    const found = (await parsed(id)).facts.filter(
      (fact) => fact.source.from <= line && fact.source.to >= line && fact.measure.name === name,
    )
    expect(found).toContainEqual(expect.objectContaining({ ...rest, amount: expect.objectContaining({ value, unit }) }))
  })

  it.each(Object.keys(IDENTITIES))('%s prints every figure where its fact says', async (id) => {
    const { lines, facts } = await parsed(id)
    for (const { source, amount, origin } of facts) {
      const place = squeeze(
        lines
          .slice(source.from - 1, source.to)
          .join('')
          .replace(/<\/?b>|\*\*/g, ''),
      )
      if (origin !== 'declared') expect(place).toContain(squeeze(amount.raw))
    }
  })
})

describe('parseDocument', () => {
  const text = '青石县水务局2032年部门预算\n\n收入 1.00 万元。'

  it('reads the same from GB18030, CRLF and with a byte order mark', async () => {
    const plain = await parseDocument(Buffer.from(text), 'a.txt')
    const gb = Buffer.concat([
      Buffer.from([0xca, 0xd5, 0xc8, 0xeb]),
      Buffer.from(' 1.00 '),
      Buffer.from([0xcd, 0xf2, 0xd4, 0xaa]),
    ])
    expect(await parseDocument(gb, 'a.txt')).toMatchObject({ encoding: 'gb18030', lines: ['收入 1.00 万元'] })
    const marked = await parseDocument(Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`), 'a.txt')
    const meaning = ({ facts }: Parse) => facts.map(({ id: _, documentId: __, ...fact }) => fact)
    expect(meaning(marked)).toEqual(meaning(plain))
    expect(plain.id).toBe(plain.sha256.slice(0, 16))
  })

  it('refuses a text without any figure', async () => {
    await expect(parseDocument(Buffer.from('没有数字。'), 'a.txt')).rejects.toThrow(Problem)
  })

  it('takes any text, or refuses it with a problem', async () => {
    const piece = fc.constantFrom(
      '合计',
      '\t',
      '|',
      '1.00',
      '万元',
      '\n',
      '项目名称',
      '一、',
      '（',
      '总分',
      '表',
      '单位：',
      '项目支出绩效自评表',
      '绩效',
      '一级指标',
      '类',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async (pieces) => {
        try {
          await parseDocument(Buffer.from(pieces.join('')), 'a.txt')
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      }),
    )
  })

  it.each([
    ['rows', '水费\t1.00\n'.repeat(5_000)],
    ['amounts', '水费 1.00 万元，\n'.repeat(5_000)],
    ['forms that never end', '项目支出绩效自评表\n项目名称 水\n三级指标\n1 1\n'.repeat(2_000)],
    ['form fragments', `项目支出绩效自评表\n项目名称 水\n三级指标\n${'水 1 1\n'.repeat(20_000)}总分 100 90`],
    ['one long line of brackets', `收入 1.00 万元${'（'.repeat(50_000)}`],
    ['headings', `${'一、水\n'.repeat(5_000)}收入 1.00 万元`],
    ['wide rows', `${`水${'\t1.00'.repeat(2_000)}\n`.repeat(3)}`],
  ])('takes no longer than its size warrants: %s', async (_, hostile) => {
    const start = performance.now()
    try {
      await parseDocument(Buffer.from(hostile), 'a.txt')
    } catch (error) {
      expect(error).toBeInstanceOf(Problem)
    }
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('measureUnderstanding', () => {
  const share = async (text: string) => {
    const parse = await parseDocument(Buffer.from(`收入 9.99 万元。\n\n${text}`), 'a.txt')
    return measureUnderstanding(parse.lines, text === '' ? parse.facts : parse.facts.slice(0, 1))
  }

  it('is whole where every amount is cited', async () => {
    expect(await share('')).toEqual({ share: 1, warnings: [] })
    expect(measureUnderstanding(['没有数字'], [])).toEqual({ share: 1, warnings: [] })
  })

  it('names what no fact cites, with its line', async () => {
    const { share: part, warnings } = await share('支出 8.00 万元。\n\n水费\t7.00\n电费\t3人\n说明\t约 5 元')
    expect(part).toBe(1 / 5)
    expect(warnings.map(({ line }) => line)).toEqual([3, 5, 6, 7])
    expect(warnings[0]).toMatchObject({ code: 'amount-not-understood', message: '8.00: 支出 8.00 万元。' })
  })

  it('takes neither years, nor plain numbers in cells, nor the glossary for amounts', async () => {
    expect((await share('修渠\t2032年\t3\n\n名词解释\n\n如 100 元')).warnings).toEqual([])
  })
})
