import { expect } from 'vitest'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { Answer } from '../answer/contract.ts'
import { expectPromises } from '../answer/sample-promises.ts'

/** Words with a numeral in them that mean no number, and the formula of a reckoned figure. */
const HARMLESS = /一般|三公|统一|three public|计算得出：[^）]*|\(calculated: [^)]*/g
const AMOUNT_WORDS =
  /[〇零一二三四五六七八九十百千万亿兆廿卅两俩双半倍几壹贰叁肆伍陆柒捌玖拾佰仟萬億陸]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|sixty|hundred|thousand|million|billion|half|third|quarter|double[ds]?|twice|dozen|about|roughly|nearly|over|sechs|liu|vi)\b|约|近|超过|不足|接近|左右|全国|最高/i

/**
 * For tests, and without a look at how prose is verified: whether all that an answer shows is proven. It keeps the promises
 * of the contract, has the figures of the answer without a model (or says as what it took the question), and once its figures, names and
 * quotations are taken out, nothing is left that says a number.
 */
export function expectProven(answer: Answer, offline: Answer, index: CorpusReader): void {
  expectPromises(answer, index)
  if (answer.understood === offline.understood) {
    expect(answer.status).toBe(offline.status)
    expect(answer.figures).toEqual(offline.figures)
    expect(answer.alternatives).toEqual(offline.alternatives)
    const ofModel = new Set(['fallback'])
    expect(answer.notices.filter(({ kind }) => !ofModel.has(kind))).toEqual(offline.notices)
  } else {
    expect(answer.notices.map(({ kind }) => kind)).toContain('scope')
  }
  expect(answer.engine.fellBack).toBe(answer.notices.some(({ kind }) => kind === 'fallback'))
  if (answer.engine.mode === 'offline' && !answer.understood) expect(answer.answer).toBe(offline.answer)
  if (answer.status !== 'answered') return
  const rest = withoutProven(answer)
  expect(rest).not.toMatch(/\p{N}/u)
  expect(rest).not.toMatch(AMOUNT_WORDS)
  expect(rest).not.toMatch(/[<>{}`|]|(?!\n)\p{C}/u)
  if (!answer.figures.some(({ direction }) => direction))
    expect(rest).not.toMatch(/增加|减少|增长|下降|\b(?:rose|fell)\b/)
}

/** An answer's text without its quotations, names, figures as they are printed, the years of its figures, and its citation marks. */
function withoutProven({ answer, figures, citations, understood }: Answer): string {
  const prose = answer
    .split('\n')
    .filter((line) => !line.startsWith('> '))
    .join('\n')
  const values = figures.map(({ value, unit }) => (unit === '%' ? `${value}%` : `${value} ${unit}`.trim()))
  const names = [
    ...figures.flatMap(({ label, organization, derivation }) => [
      label,
      organization,
      ...(derivation?.inputs ?? []).map((input) => input.label),
    ]),
    ...citations.map(({ document }) => document),
    ...figures.map(({ label }) => label.replace(/^.*?\((.*)\)$/, '$1')),
    understood ?? '',
  ]
  const proven = [...values.map((value) => `**${value}**`), ...names.filter((name) => name.length > 1)]
  const taken = proven.sort((a, b) => b.length - a.length).reduce((text, words) => text.replaceAll(words, ' '), prose)
  const years = [
    ...figures.map(({ fiscalYear }) => String(fiscalYear)),
    ...citations.flatMap(({ document }) => document.match(/20\d\d/g) ?? []),
  ]
  return years.reduce((text, year) => text.replaceAll(year, ' '), taken.replace(/\[\d+\]/g, ' ').replace(HARMLESS, ' '))
}
