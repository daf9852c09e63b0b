import { expect, it } from 'vitest'
import { LinePlaces } from '../../ingest/domain/line-places.ts'
import type { Table } from '../../ingest/domain/table.ts'
import { publishFact } from '../answer/citation.ts'
import { csv } from './csv.ts'
import { factCsv } from './fact-csv.ts'
import { fakeCorpus, fakeDocument, fakeFact, fakeTable } from './fake-corpus.ts'
import { tableCsv } from './table-csv.ts'

const cell = (text: string) => csv([[text]]).slice(1, -2)

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-1+cmd', "'-1+cmd"],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ['\t=1', "'\t=1"],
  ['-44.28', '-44.28'],
  ['-1,204.71', '"-1,204.71"'],
  ['-', '-'],
  ['公务接待费', '公务接待费'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
])('writes %j as %j', (text, expected) => {
  expect(cell(text)).toBe(expected)
})

it('writes a table with its header paths and blank cells blank', () => {
  const table = fakeTable('aaaa')
  const blank: Table['rows'] = [{ kind: 'item', code: null, label: '空', parents: [], source: table.source }]
  expect(tableCsv({ ...table, rows: [...table.rows, ...blank] })).toBe(
    '\ufeff项目,预算数 / 合计\r\n公务接待费,1.50\r\n,\r\n',
  )
})

it('writes facts a line each', () => {
  const document = fakeDocument('aaaa')
  const corpus = fakeCorpus([document])
  const text = factCsv(document.facts.map((fact) => publishFact(fact, corpus)))
  expect(text.split('\r\n')[1]).toBe(
    'aaaa-f1,示例县教育局,2031,budget,level,30217,公务接待费,three_public,1.50,万元,表七 “三公”经费支出表,预算数,aaaa.txt,L2,1.50,公务接待费\t1.50,,,,,,,,cell,,,,,',
  )
})

it('writes what tells two facts of one name apart', () => {
  const change = fakeFact('aaaa', 1, {
    kind: 'change',
    stage: 'adjusted',
    direction: 'down',
    comparator: '<=',
    project: '修渠补助',
    parents: ['三公经费', '公务用车'],
    facet: ['比上年'],
    of: '上年执行数',
    origin: 'reason',
  })
  const [header, line] = factCsv([publishFact(change, fakeCorpus([]))]).split('\r\n')
  expect(header).toMatch(/,stage,direction,comparator,project,parents,facet,of,origin,page,box,sheet,cell,paragraph$/)
  expect(line).toMatch(/,adjusted,down,<=,修渠补助,三公经费 \/ 公务用车,比上年,上年执行数,reason,,,,,$/)
})

it('writes the page and the box on it where there are no lines', () => {
  const places = LinePlaces.of([
    { kind: 'page', page: 11, box: [50, 80, 80, 90] },
    { kind: 'page', page: 12, box: [50, 100.5, 80, 110] },
  ])
  const document = { ...fakeDocument('aaaa'), places }
  const [, line] = factCsv(document.facts.map((fact) => publishFact(fact, fakeCorpus([document])))).split('\r\n')
  expect(line).toMatch(/,aaaa\.txt,,1\.50,公务接待费\t1\.50,.*,cell,12,50 100\.5 80 110,,,$/)
})

it('writes the sheet and the cell, or the paragraph', () => {
  const lineOf = (places: LinePlaces) => {
    const document = { ...fakeDocument('aaaa'), places }
    return factCsv(document.facts.map((fact) => publishFact(fact, fakeCorpus([document])))).split('\r\n')[1]
  }
  const cells = ['A1', 'C14'].map((cell) => ({ kind: 'cell', sheet: '=表一', cell }) as const)
  expect(lineOf(LinePlaces.of(cells))).toMatch(/,aaaa\.txt,,1\.50,.*,cell,,,'=表一,C14,$/)
  const paragraphs = [4, 7].map((paragraph) => ({ kind: 'paragraph', paragraph }) as const)
  expect(lineOf(LinePlaces.of(paragraphs))).toMatch(/,cell,,,,,7$/)
})
