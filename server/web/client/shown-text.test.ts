import { expect, it } from 'vitest'
import { sampleAnswer } from './sample-answer.ts'
import { shownText } from './shown-text.ts'

it('leaves out what the page says beside the text, and nothing else', () => {
  const alternatives = [{ label: '青石县水务局2031年公务接待费', question: '？' }]
  const answer = '理解为：那2031年呢\n请选择：\n- 青石县水务局2031年公务接待费\n- 别的'
  expect(shownText(sampleAnswer({ answer, alternatives, understood: '那2031年呢' }))).toBe('请选择：\n- 别的')
  expect(shownText(sampleAnswer({ answer }))).toBe(answer)
})

it('never leaves nothing of an answer that says no more than its question', () => {
  expect(shownText(sampleAnswer({ answer: '那2031年呢', understood: '那2031年呢' }))).toBe('那2031年呢')
})
