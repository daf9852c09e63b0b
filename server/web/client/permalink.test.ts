import { describe, expect, it } from 'vitest'
import { permalink, questionLink, readPermalink, readQuestionLink } from './permalink.ts'
import { sampleAnswer, sampleFigure } from './sample-answer.ts'

const DAY = new Date('2031-05-04T03:00:00Z')

describe('a link to an answer', () => {
  it('holds the full question and the figures of the answer, behind the #', () => {
    const figures = [
      sampleFigure({ value: '9.00' }),
      sampleFigure({ value: '1.5', unit: '%' }),
      sampleFigure({ role: 'context', value: '7.00' }),
    ]
    const link = permalink(
      'http://h/',
      '那2031年呢？',
      sampleAnswer({ figures, understood: '青石县水务局2031年接待费？' }),
      DAY,
    )
    expect(link).toMatch(/^http:\/\/h\/#answer=[\w-]+$/)
    expect(readPermalink(new URL(link).hash)).toEqual({
      question: '青石县水务局2031年接待费？',
      language: 'zh',
      day: '2031-05-04',
      figures: ['1.5 %', '9.00 万元'],
    })
  })

  const encoded = (value: unknown) => `#answer=${btoa(JSON.stringify(value))}`
  const whole = { question: '?', language: 'en', day: '2031-05-04', figures: ['1 %'] }

  it('is read as it was written', () => {
    expect(readPermalink(encoded(whole))).toEqual(whole)
  })

  it.each([
    '',
    '#L12',
    '#answer=%%%',
    '#answer=abc',
    encoded(null),
    encoded({ ...whole, question: 1 }),
    encoded({ ...whole, language: 'fr' }),
    encoded({ ...whole, day: 'today' }),
    encoded({ ...whole, figures: [1] }),
  ])('is nothing where it is damaged: %s', (hash) => {
    expect(readPermalink(hash)).toBeNull()
  })
})

describe('a link that asks', () => {
  it('gives its question back', () => {
    expect(readQuestionLink(questionLink('“三公”经费 100% 是多少？#')?.slice(1))).toBe('“三公”经费 100% 是多少？#')
  })

  it.each(['#question=%E0%A4%A', '#answer=x', ''])('is none where it is %s', (hash) => {
    expect(readQuestionLink(hash)).toBeNull()
  })
})
