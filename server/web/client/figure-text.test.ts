import { expect, it } from 'vitest'
import { withFigures } from './figure-text.ts'
import { parseInline } from './markdown.ts'
import { sampleFigure } from './sample-answer.ts'

const printed = sampleFigure()
const derived = sampleFigure({
  value: '12.00',
  unit: '%',
  check: 'derived',
  citations: [1, 2],
  derivation: { expression: 'a / b', inputs: [] },
})
const figures = [printed, derived]
const shown = (text: string) =>
  withFigures(parseInline(text), figures).map((piece) => (piece.type === 'figure' ? `<${piece.text}>` : piece.type))

it.each([
  ['接待费 3.50 万元[1]。', ['text', '<3.50 万元>', 'citation', 'text']],
  ['接待费 **3.50 万元**[1]', ['text', '<3.50 万元>', 'citation']],
  ['接待费 **共 3.50 万元[1]**', ['text', 'strong']],
  ['占 **12.00%**（a / b）', ['text', '<12.00%>', 'text']],
  ['占 12.00%[2]', ['text', '<12.00%>', 'citation']],
])('tells the figures of %s apart', (text, pieces) => {
  expect(shown(text)).toEqual(pieces)
})

it.each(['13.50 万元[1]', '3.50 万元[2]', '3.50 万元', '**3.50 万元**', '**13.50 万元**[1]', '3.50 亿元[1]'])(
  'leaves %s the text it is',
  (text) => {
    expect(shown(text).join()).not.toContain('<')
  },
)
