import { expect, test } from 'vitest'
import { readSettings, UnusableArguments } from './settings.ts'

test('files and options are told apart', () => {
  expect(
    readSettings(['--url', 'http://127.0.0.1:3000', 'a.jsonl', '--min', '0.9', '--only', 'x, y', 'b.jsonl']),
  ).toEqual({
    url: 'http://127.0.0.1:3000',
    min: 0.9,
    only: ['x', 'y'],
    concurrency: 2,
    misses: false,
    quick: false,
    'update-baseline': false,
    files: ['a.jsonl', 'b.jsonl'],
  })
})

test.each([
  ['an unknown option', ['--nonsense']],
  ['a share above one', ['--min', '90']],
  ['no number', ['--concurrency', 'many']],
  ['an address that is none', ['--url', 'here']],
  ['a baseline of some questions', ['--update-baseline', '--only', 'x']],
  ['a baseline of other questions', ['--update-baseline', 'a.jsonl']],
  ['a baseline without what it is held against', ['--update-baseline', '--quick']],
  ['two servers at once', ['--url', 'http://127.0.0.1:3000', '--data', 'x']],
])('%s is refused', (_, args) => {
  expect(() => readSettings(args)).toThrow(UnusableArguments)
})
