import { expect } from 'vitest'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { type Answer, answerSchema, type Citation } from './contract.ts'
import { fillSlots } from './slots.ts'

/** For tests: what the contract promises of every answer, whatever was asked. */
export function expectPromises(answer: Answer, index: CorpusReader): void {
  expect(answerSchema.parse(answer)).toEqual(answer)
  expectCitations(answer, index)
  expectFigures(answer)
  if (answer.status === 'answered') expectNumbers(answer)
  const answers = answer.figures.filter(({ role }) => role === 'answer')
  if (answer.status === 'not_found') {
    expect(answers).toEqual([])
    expect(answer.notices.some(({ kind, message }) => kind === 'coverage' && message !== '')).toBe(true)
  }
  if (answer.status === 'ambiguous') expect(answer.alternatives.length).toBeGreaterThanOrEqual(2)
  expect(answer.answer).not.toBe('')
  expect(answer.answer).not.toMatch(/undefined|null|NaN/)
  expect(fillSlots(answer.answer, () => 'unfilled')).toBe(answer.answer)
}

function expectCitations({ citations, figures, notices, answer }: Answer, index: CorpusReader): void {
  const ids = citations.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const used of [...figures, ...notices]) for (const id of used.citations) expect(ids).toContain(id)
  for (const citation of citations) {
    const { documentId, raw, document, file, href } = citation
    const text = citedLines(citation, index)
      .map((line) => index.lines(documentId)[line - 1])
      .join('\n')
    expect(stands(raw, text), `${raw} on ${text}`).toBe(true)
    expect([document, file]).toEqual([index.document(documentId)?.title, index.document(documentId)?.file])
    expect(href.startsWith(`/documents/${documentId}`)).toBe(true)
  }
  for (const [, id] of answer.replace(/^>.*$/gm, '').matchAll(/\[(\d+)\]/g)) expect(ids).toContain(Number(id))
}

/** The lines that a citation names, or that are printed in the box it names. */
function citedLines(citation: Citation, index: CorpusReader): number[] {
  const places = index.places(citation.documentId)
  if ('page' in citation) return places?.linesAt({ kind: 'page', page: citation.page, box: citation.box }) ?? []
  if ('sheet' in citation) return places?.linesAt({ kind: 'cell', sheet: citation.sheet, cell: citation.cell }) ?? []
  if ('paragraph' in citation) return places?.linesAt({ kind: 'paragraph', paragraph: citation.paragraph }) ?? []
  const [from, to] = citation.lines
  if (places) return places.linesAt({ kind: 'lines', from, to })
  expect(to - from).toBeLessThan(20)
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/** The rule of outside checkers: a number as a whole number, words without white space, commas and cell borders. */
function stands(raw: string, text: string): boolean {
  const squeeze = (words: string) => words.replace(/[\s,，|]/g, '')
  const number = /^[+-]?[\d,]+(?:\.\d+)?$/.exec(raw.trim())?.[0].replace(/,/g, '')
  if (number === undefined) return raw.trim() !== '' && squeeze(text).includes(squeeze(raw))
  const pattern = new RegExp(`(?<![\\d.])${number.replace(/[.+]/g, '\\$&')}(?!\\d|\\.\\d)`)
  return pattern.test(text.replace(/[,，]/g, ''))
}

function expectFigures({ figures, citations }: Answer): void {
  const rawOf = (id: number) => citations.find((citation) => citation.id === id)?.raw ?? ''
  for (const { check, value, citations: ids, derivation } of figures) {
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    expect(value).toMatch(/^-?\d+(?:\.\d+)?$/)
    if (check !== 'derived') {
      const printed = ids.flatMap(
        (id) =>
          rawOf(id)
            .replace(/[,，]/g, '')
            .match(/-?\d+(?:\.\d+)?/g) ?? [],
      )
      expect(printed).toContain(value)
    }
    for (const input of derivation?.inputs ?? []) expect(citations.map(({ id }) => id)).toContain(input.citation)
  }
}

/** Every number of the text is a figure's, a year, a citation mark, or stands in words of a document. */
function expectNumbers({ answer, figures, citations }: Answer): void {
  const values = new Set(figures.map(({ value }) => value))
  const labels = figures.flatMap(({ label, derivation }) => [
    label,
    ...(derivation?.inputs ?? []).map((one) => one.label),
  ])
  const cited = citations.map(({ id, row = [], raw }) => `“${[...row, raw].join(' ')}” [${id}]`)
  const words = [...cited, ...citations.flatMap(({ quote, document }) => [quote, document]), ...labels]
  const prose = words
    .filter((quotation) => quotation.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((text, quotation) => text.replaceAll(quotation, ' '), answer)
    .replace(/\[\d+\]/g, ' ')
  const stray = (prose.match(/\d+(?:\.\d+)?/g) ?? []).filter(
    (number) => !values.has(number) && !values.has(`-${number}`) && !/^20\d\d$/.test(number),
  )
  expect(stray).toEqual([])
}
