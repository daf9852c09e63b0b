import { describe, expect, it } from 'vitest'
import { alignedTable, displayWidth, padded, printable, printableLines, shortened } from './fixed-width.ts'

it.each([
  ['abc', 3],
  ['公务', 4],
  ['（1）', 5],
  ['“三公”', 6],
  ['e\u0301', 1],
  ['𠀀', 2],
  ['ｱ', 1],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

describe('padded and shortened', () => {
  it('count columns, not characters', () => {
    expect(padded('公务', 6)).toBe('公务  ')
    expect(padded('1.5', 6, 'right')).toBe('   1.5')
    expect(padded('公务用车', 6)).toBe('公务用车')
    expect(shortened('公务用车', 8)).toBe('公务用车')
    expect(shortened('公务用车', 7)).toBe('公务用…')
    expect(shortened('公务用车', 6)).toBe('公务…')
  })
})

describe('printable', () => {
  it('leaves a terminal nothing to obey', () => {
    expect(printable('a\u001b[2Jb\u202ec\u0007')).toBe('a\ufffd[2Jb\ufffdc\ufffd')
    expect(printable(' a\tb\n c ')).toBe('a b c')
    expect(printableLines('a\r\n  b\u001b\n')).toBe('a\n  b\ufffd\n')
  })
})

it('aligns columns of Chinese text', () => {
  const columns = [
    { header: 'item', cell: ([item]: readonly [string, string]) => item, widest: 8 },
    { header: 'value', cell: ([, value]: readonly [string, string]) => value, align: 'right' },
  ] as const
  const rows = [
    ['公务', '1.50'],
    ['公务用车运行费', '12,345.60'],
  ] as const
  expect(alignedTable(columns, rows)).toBe(
    ['item         value', '-------  ---------', '公务          1.50', '公务用…  12,345.60', ''].join('\n'),
  )
})
