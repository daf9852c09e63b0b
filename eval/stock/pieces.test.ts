import { expect, test } from 'vitest'
import { cutPieces, lineAt } from './pieces.ts'

const line = (number: number) => `第${number}行 ${'预算公开说明'.repeat(8)} ${number}.00 万元`
const text = Array.from({ length: 100 }, (_, at) => line(at + 1)).join('\n')

test('pieces are at most 1000 characters, overlap, and stand on the lines they say', async () => {
  const pieces = await cutPieces('a.txt', text)
  const lines = text.split('\n')
  expect(pieces.length).toBeGreaterThan(5)
  pieces.forEach((piece, at) => {
    expect(piece.text.length).toBeLessThanOrEqual(1000)
    expect(lines.slice(piece.from - 1, piece.to).join('\n')).toBe(piece.text)
    const before = pieces[at - 1]
    if (before) expect(piece.from).toBeLessThanOrEqual(before.to)
  })
  expect(pieces.at(-1)?.to).toBe(100)
})

test('a line longer than a piece is cut inside', async () => {
  const pieces = await cutPieces('a.txt', `短\n${'长'.repeat(2500)}`)
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.slice(1).every(({ from, to }) => from === 2 && to === 2)).toBe(true)
})

test('nothing is cut out of nothing', async () => {
  expect(await cutPieces('a.txt', ' \n')).toEqual([])
})

test('lines are counted from one', () => {
  expect([lineAt('a\nb', 0), lineAt('a\nb', 2)]).toEqual([1, 2])
})
