import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxAround, LinePlaces, type Place, placeSchema } from './place.ts'

const edge = fc.integer({ min: -50_000, max: 500_000 }).map((hundredths) => hundredths / 100)
const place: fc.Arbitrary<Place> = fc.record({
  kind: fc.constant('page' as const),
  page: fc.integer({ min: 1, max: 5000 }),
  box: fc.tuple(edge, edge, edge, edge),
})

describe('LinePlaces', () => {
  it('give back what was put in, packed and unpacked', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const held = LinePlaces.unpacked(Buffer.from(LinePlaces.of(places).packed))
        expect(held.length).toBe(places.length)
        expect(places.map((_, index) => held.at(index + 1))).toEqual(
          places.map((one) => ({ ...one, box: one.box.map((number) => number + 0) })),
        )
        for (const [index, { page }] of places.entries()) expect(held.pageOf(index + 1)).toBe(page)
      }),
    )
  })

  it('round to hundredths of a point', () => {
    const [given] = [{ kind: 'page' as const, page: 3, box: [1.004, 2.006, 3, 4.5] satisfies Place['box'] }]
    expect(LinePlaces.of([given]).at(1)).toEqual({ kind: 'page', page: 3, box: [1, 2.01, 3, 4.5] })
  })

  it('have no place for a line that there is not', () => {
    const held = LinePlaces.of([{ kind: 'page', page: 1, box: [0, 0, 1, 1] }])
    expect([held.at(0), held.at(2)]).toEqual([null, null])
    expect(() => held.pageOf(2)).toThrow(RangeError)
  })

  it('tell the lines inside a box of a page', () => {
    const held = LinePlaces.of([
      { kind: 'page', page: 1, box: [10, 10, 50, 20] },
      { kind: 'page', page: 1, box: [60, 10, 90, 20] },
      { kind: 'page', page: 2, box: [10, 10, 50, 20] },
    ])
    expect(held.linesInside(1, [10, 10, 50, 20])).toEqual([1])
    expect(held.linesInside(1, [0, 0, 100, 100])).toEqual([1, 2])
    expect(held.linesInside(2, [11, 10, 50, 20])).toEqual([])
  })

  it('tell the pages of some lines, and where on a page they are printed', () => {
    const held = LinePlaces.of([
      { kind: 'page', page: 1, box: [10, 10, 50, 20] },
      { kind: 'page', page: 2, box: [10, 10, 50, 20] },
      { kind: 'page', page: 2, box: [60, 12, 90, 25] },
    ])
    expect(held.pages(1, 3)).toEqual([1, 2])
    expect(held.pages(0, 9)).toEqual([1, 2])
    expect(held.linesOn(2, 1, 3)).toEqual([2, 3])
    expect(held.linesOn(2, 0, 2)).toEqual([2])
    expect(held.around(2, 1, 9)).toEqual({ kind: 'page', page: 2, box: [10, 10, 90, 25] })
    expect(held.around(3, 1, 3)).toBeNull()
  })

  it('take 20 bytes a line', () => {
    const one: Place = { kind: 'page', page: 1000, box: [10, 10, 50, 20] }
    expect(LinePlaces.of(Array.from({ length: 1000 }, () => one)).packed).toHaveLength(20_000)
  })
})

describe('boxAround', () => {
  it('holds every box, and nothing beyond them', () => {
    expect(
      boxAround([
        [10, 20, 30, 40],
        [5, 25, 20, 60],
      ]),
    ).toEqual([5, 20, 30, 60])
    expect(() => boxAround([])).toThrow(RangeError)
  })
})

describe('a place', () => {
  it('is on a page, from 1', () => {
    const one = { kind: 'page', page: 1, box: [0, 0, 1, 1] }
    expect(placeSchema.parse(one)).toEqual(one)
    expect(placeSchema.safeParse({ ...one, page: 0 }).success).toBe(false)
    expect(placeSchema.safeParse({ ...one, box: [0, 0, 1] }).success).toBe(false)
  })
})
