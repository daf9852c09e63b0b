import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownFileName } from './file-name.ts'

test.each([
  ['预算.pdf', '预算.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\data\\预算公开.pdf', '预算公开.pdf'],
  ['a\u202efdp.exe', 'afdp.exe'],
  ['a\u0000b\u200b.pdf', 'ab.pdf'],
  ['..', 'upload'],
  ['.hidden', 'hidden'],
  ['  a \n b.txt ', 'a b.txt'],
  ['', 'upload'],
])('%j is shown as %j', (sent, shown) => {
  expect(shownFileName(sent)).toBe(shown)
})

test('a long name keeps its extension', () => {
  const shown = shownFileName(`${'长'.repeat(10_000)}.pdf`)
  expect([...shown]).toHaveLength(120)
  expect(shown).toMatch(/长\.pdf$/)
})

test('whatever is sent, a short name without a path comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
      const shown = shownFileName(sent)
      expect(shown).not.toBe('')
      expect([...shown].length).toBeLessThanOrEqual(120)
      expect(shown).not.toMatch(/[\\/\p{Cc}]|^\./u)
    }),
  )
})
