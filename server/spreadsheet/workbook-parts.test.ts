import { expect, it } from 'vitest'
import { workbookParts } from './workbook-parts.ts'

function part(path: string, name: string, rows: Parameters<typeof workbookParts>[1]): string {
  return new Map(workbookParts(name, rows, [])).get(path) ?? ''
}

it('names cells beyond the letter Z', () => {
  const wide = Array.from({ length: 28 }, (_, at) => String(at))
  expect(part('xl/worksheets/sheet1.xml', 'a', [wide])).toContain('<c r="AB1"')
})

it.each([
  ['表[一]: a/b', '表 一   a b'],
  ['长'.repeat(40), '长'.repeat(31)],
  ['', 'Sheet1'],
])('gives a sheet a name that Excel opens: %s', (name, expected) => {
  expect(part('xl/workbook.xml', name, [['a']])).toContain(`<sheet name="${expected}"`)
})

it('cuts a text that is longer than a cell may hold', () => {
  const sheet = part('xl/worksheets/sheet1.xml', 'a', [['字'.repeat(100_000)]])
  expect(/>(字+…)</.exec(sheet)?.[1]).toHaveLength(32_767)
})
