import { describe, expect, test } from 'vitest'
import { applied, appliedWithin, merged, spread } from './edits.ts'

const edit = (start: number, end: number, text: string) => ({ start, end, text })

describe('edits', () => {
  test('are made in order, the earlier list first where two overlap', () => {
    expect(merged([edit(4, 6, 'x')], [edit(0, 2, 'y'), edit(5, 7, 'z')])).toEqual([edit(0, 2, 'y'), edit(4, 6, 'x')])
    expect(applied('0123456789', [edit(0, 2, 'y'), edit(4, 6, 'x')])).toBe('y23x6789')
  })

  test('that reach over a border are taken in whole', () => {
    expect(appliedWithin('0123456789', [edit(2, 5, '--')], 3, 7)).toBe('--56')
    expect(appliedWithin('0123456789', [edit(5, 9, '--')], 3, 7)).toBe('34--')
  })

  test.each([
    ['医疗保障\n\n局', '民政局', '民政\n\n局'],
    ['医疗保障\n\n局', '人力资源和社会保障局', '人力资源\n\n和社会保障局'],
    ['巴  \n州', '红河州', '红  \n河州'],
    ['医保局', '卫健委', '卫健委'],
  ])('keep the white space of %j for %s', (original, replacement, wanted) => {
    expect(spread(original, replacement)).toBe(wanted)
  })
})
