import { expect, it } from 'vitest'
import { said } from '../../../ingest/domain/warning.ts'
import { warningLine } from './warning-line.ts'

const NOWHERE = { line: null, page: null }

it.each([
  [{ ...said('hiddenRow'), ...NOWHERE, paragraph: 7 }, '第 7 段：读者看不到的一行未读取。'],
  [{ ...said('sheetUnread'), ...NOWHERE, sheet: '附表' }, '工作表“附表”：此工作表是图表或宏，没有单元格，未收录。'],
  [{ ...said('pageUnread', { page: 3 }), line: null, page: 3 }, '第 3 页无法读取，未收录。'],
  [
    { ...said('amount', { amount: '1.2', text: '共1.2万元' }), line: 9, page: null },
    '第 9 行：没有成为数据的数字 1.2：共1.2万元',
  ],
])('says where and what, %#', (warning, expected) => {
  expect(warningLine(warning, 'zh')).toBe(expected)
})

it('says it in English as the document keeps it', () => {
  expect(warningLine({ ...said('hiddenRow'), line: 2, page: null }, 'en')).toBe(
    'line 2: A row that people do not see is left out.',
  )
})
