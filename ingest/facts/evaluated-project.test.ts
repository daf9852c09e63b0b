import { describe, expect, it } from 'vitest'
import type { Block } from '../domain/block.ts'
import { evaluatedProject } from './evaluated-project.ts'
import { extractFacts, placeParagraphs } from './extract.ts'
import { readIdentity } from './identity.ts'

/** What the lines of accounts say, as "project: kind name value". */
function said(...lines: readonly string[]): string[] {
  const block: Block = { kind: 'paragraph', spans: lines.map((text, index) => ({ text, line: index + 1 })) }
  const facts = extractFacts({
    documentId: 'd',
    identity: readIdentity(['青石县水务局2032年度部门决算']),
    paragraphs: placeParagraphs([{ kind: 'heading', level: 2, text: '十、绩效情况说明', line: 1 }, block]),
    tables: [],
    forms: [],
  })
  return facts.map(
    ({ project, kind, measure, amount }) => `${project}: ${kind} ${measure.name} ${amount.value}${amount.unit}`,
  )
}

describe('what accounts say of a project they evaluated', () => {
  it('is the project’s, under the names of the evaluation forms', () => {
    expect(
      said(
        '我局对项目支出开展自评，共涉及项目2个。',
        '1.修渠项目绩效自评综述：全年预算数为80万元，执行数为64.2万元，完成预算的80.25%，自评得分92.5分。',
        '2.“清淤”项目自评情况：根据年初设定的目标，自评得分88分。年初预算为12万元，全年执行数为11万元，执行率91.67%，受益农户35户。',
      ),
    ).toEqual([
      'null: count 项目 2个',
      '修渠项目: level 全年预算数 80万元',
      '修渠项目: level 全年执行数 64.2万元',
      '修渠项目: rate 执行率 80.25%',
      '修渠项目: score 自评总分 92.5分',
      '清淤项目: score 自评总分 88分',
      '清淤项目: level 年初预算数 12万元',
      '清淤项目: level 全年执行数 11万元',
      '清淤项目: rate 执行率 91.67%',
      '清淤项目: count 受益农户 35户',
    ])
  })

  it.each([
    ['（三）水利宣传项目自评综述：', '水利宣传项目'],
    ['党建经费项目支出绩效自评情况：根据', '党建经费项目'],
    ['节水改造绩效自评结果', '节水改造'],
    ['部门整体支出绩效自评情况：', null],
    ['我局组织开展自评情况：', null],
    ['项目自评综述：', null],
    ['修渠工程已经完工。', null],
  ])('%s opens %s', (text, project) => {
    expect(evaluatedProject(text)).toBe(project)
  })
})
