import { describe, expect, it } from 'vitest'
import { boxAround, isSameSite, placeSchema, type Site } from './place.ts'

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
  it.each([
    { kind: 'page', page: 1, box: [0, 0, 1, 1] },
    { kind: 'cell', sheet: '表一', cell: 'C14' },
    { kind: 'paragraph', paragraph: 1 },
    { kind: 'line', line: 1 },
  ])('may be %j', (place) => {
    expect(placeSchema.parse(place)).toEqual(place)
  })

  it.each([
    { kind: 'page', page: 0, box: [0, 0, 1, 1] },
    { kind: 'page', page: 1, box: [0, 0, 1] },
    { kind: 'cell', sheet: '表一', cell: '14C' },
    { kind: 'paragraph', paragraph: 0 },
    { kind: 'line', line: 0 },
    { kind: 'lines', from: 1, to: 2 },
  ])('is not %j', (place) => {
    expect(placeSchema.safeParse(place).success).toBe(false)
  })
})

describe('sites', () => {
  const sites: readonly Site[] = [
    { kind: 'page', page: 1, box: [0, 0, 1, 1] },
    { kind: 'page', page: 2, box: [0, 0, 1, 1] },
    { kind: 'page', page: 1, box: [0, 0, 1, 2] },
    { kind: 'cell', sheet: '表一', cell: 'A1' },
    { kind: 'cell', sheet: '表二', cell: 'A1' },
    { kind: 'cell', sheet: '表一', cell: 'A2' },
    { kind: 'paragraph', paragraph: 1 },
    { kind: 'paragraph', paragraph: 2 },
    { kind: 'lines', from: 1, to: 1 },
    { kind: 'lines', from: 1, to: 2 },
  ]

  it('are the same only as themselves', () => {
    for (const [at, one] of sites.entries())
      expect(sites.map((other) => isSameSite(one, structuredClone(other)))).toEqual(sites.map((_, here) => here === at))
  })
})
