import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellName } from './cell-name.ts'
import { LinePlaces } from './line-places.ts'
import type { Place } from './place.ts'

const edge = fc.integer({ min: -50_000, max: 500_000 }).map((hundredths) => hundredths / 100)
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant('page' as const),
    page: fc.integer({ min: 1, max: 5000 }),
    box: fc.tuple(edge, edge, edge, edge),
  }),
  fc
    .record({
      sheet: fc.string(),
      row: fc.integer({ min: 1, max: 1_048_576 }),
      column: fc.integer({ min: 1, max: 16_384 }),
    })
    .map(({ sheet, row, column }) => ({ kind: 'cell' as const, sheet, cell: cellName({ row, column }) })),
  fc.integer({ min: 1 }).map((paragraph) => ({ kind: 'paragraph' as const, paragraph })),
  fc.integer({ min: 1 }).map((line) => ({ kind: 'line' as const, line })),
)

const onPage = (page: number, box: [number, number, number, number]): Place => ({ kind: 'page', page, box })
const inCell = (sheet: string, cell: string): Place => ({ kind: 'cell', sheet, cell })

describe('LinePlaces', () => {
  it('give back what was put in, packed and unpacked', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const held = LinePlaces.unpacked(Buffer.from(LinePlaces.of(places).packed))
        expect(held.length).toBe(places.length)
        expect(places.map((_, index) => held.at(index + 1))).toEqual(
          places.map((one) => (one.kind === 'page' ? { ...one, box: one.box.map((number) => number + 0) } : one)),
        )
      }),
    )
  })

  it('round to hundredths of a point', () => {
    expect(LinePlaces.of([onPage(3, [1.004, 2.006, 3, 4.5])]).at(1)).toEqual(onPage(3, [1, 2.01, 3, 4.5]))
  })

  it('have no place for a line that there is not', () => {
    const held = LinePlaces.of([onPage(1, [0, 0, 1, 1])])
    expect([held.at(0), held.at(2)]).toEqual([null, null])
    expect(held.sites(2, 9)).toEqual([])
  })

  it('take no cell that is none', () => {
    expect(() => LinePlaces.of([inCell('表一', '14C')])).toThrow(RangeError)
  })

  it('take 24 bytes a line, and the names of the sheets once', () => {
    const pages = Array.from({ length: 1000 }, () => onPage(1000, [10, 10, 50, 20]))
    expect(LinePlaces.of(pages).packed).toHaveLength(24_000 + 4 + 2)
    const cells = Array.from({ length: 1000 }, (_, row) => inCell('sheet', `B${row + 1}`))
    expect(LinePlaces.of(cells).packed).toHaveLength(24_000 + 4 + '["sheet"]'.length)
  })
})

describe('the sites of some lines', () => {
  it('are a box on each of their pages', () => {
    const held = LinePlaces.of([onPage(1, [10, 10, 50, 20]), onPage(2, [10, 10, 50, 20]), onPage(2, [60, 12, 90, 25])])
    expect(held.sites(0, 9)).toEqual([
      { site: onPage(1, [10, 10, 50, 20]), lines: [1] },
      { site: onPage(2, [10, 10, 90, 25]), lines: [2, 3] },
    ])
    expect(held.sites(3, 3)).toEqual([{ site: onPage(2, [60, 12, 90, 25]), lines: [3] }])
    expect(held.linesOnPage(2)).toEqual([2, 3])
  })

  it('are each of their cells', () => {
    const held = LinePlaces.of([inCell('表一', 'A3'), inCell('表一', 'A3'), inCell('表二', 'A3')])
    expect(held.sites(1, 3)).toEqual([
      { site: inCell('表一', 'A3'), lines: [1, 2] },
      { site: inCell('表二', 'A3'), lines: [3] },
    ])
    expect(held.linesAt({ kind: 'cell', sheet: '表一', cell: 'A3' })).toEqual([1, 2])
    expect(held.linesOnPage(1)).toEqual([])
  })

  it('are each of their paragraphs', () => {
    const held = LinePlaces.of([7, 7, 9].map((paragraph): Place => ({ kind: 'paragraph', paragraph })))
    expect(held.sites(1, 3)).toEqual([
      { site: { kind: 'paragraph', paragraph: 7 }, lines: [1, 2] },
      { site: { kind: 'paragraph', paragraph: 9 }, lines: [3] },
    ])
    expect(held.linesAt({ kind: 'paragraph', paragraph: 9 })).toEqual([3])
  })

  it('are as many lines of the file at once as may be cited', () => {
    const held = LinePlaces.of([5, 6, 6, 24, 25, 26].map((line): Place => ({ kind: 'line', line })))
    expect(held.sites(1, 6)).toEqual([
      { site: { kind: 'lines', from: 5, to: 24 }, lines: [1, 2, 3, 4] },
      { site: { kind: 'lines', from: 25, to: 26 }, lines: [5, 6] },
    ])
    expect(held.linesAt({ kind: 'lines', from: 6, to: 24 })).toEqual([2, 3, 4])
    expect(held.linesAt({ kind: 'lines', from: 1, to: 900 })).toEqual([1, 2, 3, 4, 5, 6])
  })
})

it('tell the lines inside a box of a page', () => {
  const held = LinePlaces.of([onPage(1, [10, 10, 50, 20]), onPage(1, [60, 10, 90, 20]), onPage(2, [10, 10, 50, 20])])
  const inside = (page: number, box: [number, number, number, number]) => held.linesAt({ kind: 'page', page, box })
  expect(inside(1, [10, 10, 50, 20])).toEqual([1])
  expect(inside(1, [0, 0, 100, 100])).toEqual([1, 2])
  expect(inside(2, [11, 10, 50, 20])).toEqual([])
})
