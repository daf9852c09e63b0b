import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellName, cellPosition, columnName } from './cell-name.ts'

it.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name)
})

it('names every cell of a sheet so that the name leads back to it', () => {
  const position = fc.record({
    row: fc.integer({ min: 1, max: 1_048_576 }),
    column: fc.integer({ min: 1, max: 16_384 }),
  })
  fc.assert(
    fc.property(position, (cell) => {
      expect(cellPosition(cellName(cell))).toEqual(cell)
    }),
  )
})

it.each(['', 'A', '1', 'A0', 'a1', 'A01', '$A$1', 'A1:B2', 'ABCD1', 'A12345678'])('%j names no cell', (name) => {
  expect(cellPosition(name)).toBeNull()
})
