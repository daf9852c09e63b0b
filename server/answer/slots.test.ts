import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillSlots, inert, slot, slotsIn } from './slots.ts'

describe('slots', () => {
  test('are found and filled in order', () => {
    const text = `甲 ${slot(2)}，乙 ${slot(1)}${slot(12)}`
    expect(slotsIn(text)).toEqual([2, 1, 12])
    expect(fillSlots(text, (figure) => `<${figure}>`)).toBe('甲 <2>，乙 <1><12>')
  })

  test('what is printed into a slot is not read again', () => {
    expect(fillSlots(slot(1), () => `${slot(2)}$&`)).toBe(`${slot(2)}$&`)
  })

  test('words from outside never open one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.nat().map(slot), fc.constantFrom('{{1}}', '\u0001', '\u0002'))),
        (pieces) => {
          const words = inert(pieces.join(''))
          expect(slotsIn(words)).toEqual([])
          expect(slotsIn(`${words}${slot(3)}${words}`)).toEqual([3])
        },
      ),
    )
  })
})
