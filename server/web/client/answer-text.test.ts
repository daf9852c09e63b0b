import { describe, expect, it } from 'vitest'
import { answerText, safeHref } from './answer-text.ts'
import { followUps } from './follow-ups.ts'
import { sampleAnswer, sampleFigure } from './sample-answer.ts'
import { WORDS } from './words.ts'

describe('an answer to take away', () => {
  it('names its sources with whole links', () => {
    expect(answerText('接待费？', sampleAnswer(), WORDS.zh, 'http://h')).toBe(
      `接待费？

青石县水务局2031年预算：公务接待费 3.50 万元[1]。

性质: 这是预算安排数。

出处
[1] 青石县水务局 2031 年部门预算公开 · 表七 “三公”经费表 · qingshi.txt, 第 12 行: “公务接待费 | 3.50”
    http://h/documents/d1?lines=12-12&raw=3.50#L12`,
    )
  })

  it.each(['javascript:alert(1)', '//evil.example/x', 'data:text/html,x', ''])('leads nowhere for %s', (href) => {
    expect(safeHref(href)).toBe('#')
  })
})

describe('what can be asked next', () => {
  const document = (organization: string, fiscalYear: number, basis: 'budget' | 'final_accounts' = 'budget') => ({
    ...{
      id: '',
      file: '',
      sha256: '',
      lineCount: 1,
      encoding: 'utf-8',
      ingestedAt: '',
      tables: 1,
      facts: 1,
      chunks: 1,
    },
    ...{ understood: 1, warnings: [], aliases: [], level: null, title: '' },
    ...{ organization, fiscalYear, basis },
  })

  it('is about years and units that are held', () => {
    const held = [document('青石县水务局', 2031), document('青石县水务局', 2030), document('白沙县水务局', 2031)]
    expect(followUps(sampleAnswer(), held)).toEqual(['那2030年呢？', '那白沙县水务局呢？', '换成元'])
    expect(followUps(sampleAnswer({ language: 'en' }), held)[0]).toBe('And in 2030?')
  })

  it('is nothing where nothing else is held, or nothing was answered', () => {
    const other = [document('白沙县水务局', 2031, 'final_accounts')]
    expect(followUps(sampleAnswer({ figures: [sampleFigure({ unit: '人' })] }), other)).toEqual([])
    expect(followUps(sampleAnswer({ status: 'ambiguous' }), [document('青石县水务局', 2030)])).toEqual([])
  })
})
