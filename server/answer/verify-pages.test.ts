import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PagePlace, Place, Site } from '../../ingest/domain/place.ts'
import { lines } from '../../ingest/domain/source.ts'
import { citeChunk, citeFact, citeTitle } from './citation.ts'
import { type DraftCitation, publishedCitation } from './draft-citation.ts'
import { corpusOf, figureOf } from './sample-figure.ts'
import { refuseFigure } from './verify.ts'

/** Lines of a page below one another, ten points high. */
const placesOf = (pages: readonly number[]): PagePlace[] =>
  pages.map((page, at) => ({ kind: 'page', page, box: [50, 100 + at * 20, 150, 110 + at * 20] }))

const cents = (number: number) => (number / 100).toFixed(2)
/** Pages of a document, each with the amounts that its lines print. */
const pagesOfAmounts = fc.array(fc.array(fc.integer({ min: 100, max: 99_999_99 }), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
})

/** One of the figures printed, with its citation, in a document of a cell a line. */
const sample = pagesOfAmounts.chain((pages) => {
  const printed = pages.flatMap((amounts, page) => amounts.map((amount) => ({ text: cents(amount), page: page + 1 })))
  return fc.nat({ max: printed.length - 1 }).map((at) => {
    const value = printed[at]?.text ?? ''
    const texts = printed.map(({ text }) => text)
    const places = placesOf(printed.map(({ page }) => page))
    const amount = { value, unit: '万元', raw: value }
    const { store, facts } = corpusOf(texts, [{ amount, source: lines(at + 1) }], places)
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    const refuse = (change: Partial<DraftCitation> = {}, corpus = store) =>
      refuseFigure(figureOf(fact), fact, [{ ...citeFact(fact, store, 1), ...change }], corpus)
    return { at, texts, places, store, fact, refuse, citation: citeFact(fact, store, 1) }
  })
})

describe('a figure of a document of pages', () => {
  test('holds where its line prints it, on its page, in its box', () => {
    fc.assert(
      fc.property(sample, ({ at, texts, places, citation, refuse }) => {
        expect(refuse()).toBeNull()
        expect(citation.place).toEqual({ site: places[at], raw: texts[at] })
        expect(citation.href).toContain(`page=${places[at]?.page}&box=`)
      }),
    )
  })

  test('is refused once a digit of its line is another', () => {
    fc.assert(
      fc.property(
        sample,
        fc.nat({ max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        ({ at, texts, places, fact, refuse }, which, by) => {
          const digits = [...(texts[at] ?? '')].flatMap((letter, place) => (/\d/.test(letter) ? [place] : []))
          const place = digits[which % digits.length] ?? 0
          const other = [...(texts[at] ?? '')].map((letter, here) =>
            here === place ? String((Number(letter) + by) % 10) : letter,
          )
          const changed = texts.map((text, line) => (line === at ? other.join('') : text))
          const { store } = corpusOf(changed, [fact], places)
          expect(refuse({}, store)).toBe('raw-not-there')
        },
      ),
    )
  })

  test('is refused on any other page, in any other box, and without a page', () => {
    fc.assert(
      fc.property(
        sample,
        fc.integer({ min: 1, max: 9 }),
        fc.nat({ max: 3 }),
        fc.constantFrom(-20, -0.01, 0.01, 20),
        (one, page, edge, by) => {
          const site = one.places[one.at]
          if (!site) throw new Error('no place')
          fc.pre(page !== site.page)
          const at = (other: Site) => one.refuse({ place: { site: other, raw: one.texts[one.at] ?? '' } })
          expect(at(site)).toBeNull()
          expect(at({ ...site, page })).toBe('site-differs')
          const [left = 0, top = 0, right = 0, bottom = 0] = site.box.map((number, which) =>
            which === edge ? number + by : number,
          )
          expect(at({ ...site, box: [left, top, right, bottom] })).toBe('site-differs')
          expect(at({ kind: 'paragraph', paragraph: page })).toBe('site-differs')
          expect(one.refuse({ place: null })).toBe('site-differs')
        },
      ),
    )
  })

  test('is refused where its line has moved to another page since', () => {
    fc.assert(
      fc.property(sample, ({ at, texts, places, fact, refuse }) => {
        const moved = places.map((place, line) => (line === at ? { ...place, page: place.page + 1 } : place))
        const { store } = corpusOf(texts, [fact], moved)
        expect(refuse({}, store)).toBe('site-differs')
      }),
    )
  })

  test('is refused with a page in a text', () => {
    const amount = { value: '1.50', unit: '万元', raw: '1.50' }
    const { store, facts } = corpusOf(['公务接待费 1.50 万元'], [{ amount }])
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    const cited = citeFact(fact, store, 1)
    expect(cited.place).toBeNull()
    expect(refuseFigure(figureOf(fact), fact, [cited], store)).toBeNull()
    const placed: DraftCitation = {
      ...cited,
      place: { site: { kind: 'page', page: 1, box: [0, 0, 9, 9] }, raw: '1.50' },
    }
    expect(refuseFigure(figureOf(fact), fact, [placed], store)).toBe('site-differs')
  })
})

describe('what runs on over two pages', () => {
  const texts = ['公务接待费预算', '安排 1.50 万元，比上年', '减少 0.30 万元，', '主要是厉行节约。']
  const places = placesOf([4, 4, 5, 5])
  const factAt = (value: string) => {
    const { store, facts } = corpusOf(
      texts,
      [{ amount: { value, unit: '万元', raw: value }, source: lines(1, 4) }],
      places,
    )
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    return { store, fact, cited: citeFact(fact, store, 1) }
  }

  test.each([
    ['1.50', 4, [50, 100, 150, 130]],
    ['0.30', 5, [50, 140, 150, 170]],
  ])('a figure of %s is cited on page %i, by all its lines there', (value, page, box) => {
    const { store, fact, cited } = factAt(value)
    expect(cited.place).toEqual({ site: { kind: 'page', page, box }, raw: value })
    expect(refuseFigure(figureOf(fact), fact, [cited], store)).toBeNull()
  })

  test('a figure is refused on the page where the other one stands', () => {
    const { store, fact, cited } = factAt('0.30')
    const elsewhere = { ...cited, place: factAt('1.50').cited.place }
    expect(refuseFigure(figureOf(fact), fact, [elsewhere], store)).toBe('site-differs')
  })

  test('a note that declares a subject empty is cited by its beginning', () => {
    const note = ['本单位2031年度无政府性基金预算财', '政拨款收入和支出。']
    const raw = note.join('')
    const { store, facts } = corpusOf(
      note,
      [{ amount: { value: '0', unit: '万元', raw }, origin: 'declared', source: lines(1, 2) }],
      placesOf([7, 8]),
    )
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    const cited = citeFact(fact, store, 1)
    expect(cited.place).toMatchObject({ site: { page: 7 }, raw: note[0] })
    expect(publishedCitation(cited)).toMatchObject({ page: 7, raw: note[0] })
    expect(refuseFigure(figureOf(fact), fact, [cited], store)).toBeNull()
    const [place] = cited.place ? [cited.place] : []
    if (!place) throw new Error('no place')
    const refuse = (words: string) =>
      refuseFigure(figureOf(fact), fact, [{ ...cited, place: { ...place, raw: words } }], store)
    expect([raw, '本单位2031年度无国有资本', '政拨款收入和支出。'].map(refuse)).toEqual(
      Array.from({ length: 3 }, () => 'site-differs'),
    )
  })

  test('a figure that is torn over the pages is refused', () => {
    const { store, facts } = corpusOf(
      ['公务接待费 1,2', '34.50 万元'],
      [{ amount: { value: '1234.50', unit: '万元', raw: '1,234.50' }, source: lines(1, 2) }],
      placesOf([7, 8]),
    )
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    expect(refuseFigure(figureOf(fact), fact, [citeFact(fact, store, 1)], store)).not.toBeNull()
  })

  test('a passage is quoted whole, and cited by what stands on the first page', () => {
    const { store } = factAt('1.50')
    const [model] = store.chunks('d')
    if (!model) throw new Error('no chunk')
    const cited = citeChunk({ ...model, quote: texts.join(''), source: lines(1, 4) }, store, 1)
    expect(cited).toMatchObject({
      quote: texts.join(''),
      place: {
        site: { kind: 'page', page: 4, box: [50, 100, 150, 130] },
        raw: '公务接待费预算安排 1.50 万元，比上年',
      },
    })
    const short = citeChunk({ ...model, quote: texts[3] ?? '', source: lines(4) }, store, 1)
    expect(short).toMatchObject({ quote: texts[3], raw: texts[3], place: { site: { page: 5 } } })
  })
})

test('the cells of a row, a line each, are quoted and cited together', () => {
  const { store } = corpusOf(['公务接待费', '1.50', '2.50'], [], placesOf([2, 2, 2]))
  const [model] = store.chunks('d')
  if (!model) throw new Error('no chunk')
  const cited = citeChunk({ ...model, kind: 'row', quote: '公务接待费 | 1.50 | 2.50', source: lines(1, 3) }, store, 1)
  expect(cited).toMatchObject({
    quote: '公务接待费 | 1.50 | 2.50',
    raw: '公务接待费 | 1.50 | 2.50',
    place: { site: { page: 2, box: [50, 100, 150, 150] } },
  })
})

test('the title of a document of pages is cited by its page', () => {
  const { store } = corpusOf(['目录', '水利局2031年部门预算'], [], placesOf([1, 2]))
  const document = store.document('d')
  if (!document) throw new Error('no document')
  expect(citeTitle(document, store, 1)).toMatchObject({ raw: '水利局2031年部门预算', place: { site: { page: 2 } } })
})

describe('a document of cells, of paragraphs, of marked-up lines', () => {
  const texts = ['公务接待费', '1.50', '2.50', '公务接待费 3.50 万元，', '比上年减少 0.30 万元。']
  const cell = (name: string): Place => ({ kind: 'cell', sheet: '表一', cell: name })
  const KINDS: Readonly<Record<string, readonly Place[]>> = {
    cells: ['A3', 'B3', 'C3', 'A5', 'A6'].map(cell),
    paragraphs: [1, 2, 3, 7, 8].map((paragraph) => ({ kind: 'paragraph', paragraph })),
    lines: [40, 41, 41, 90, 91].map((line) => ({ kind: 'line', line })),
  }
  const citedIn = (kind: string, value: string, from: number, to: number) => {
    const { store, facts } = corpusOf(
      texts,
      [{ amount: { value, unit: '万元', raw: value }, source: lines(from, to) }],
      KINDS[kind] ?? [],
    )
    const [fact] = facts
    if (!fact) throw new Error('no fact')
    const cited = citeFact(fact, store, 1)
    return { store, fact, cited, refusal: refuseFigure(figureOf(fact), fact, [cited], store) }
  }

  test.each([
    ['cells', '1.50', 2, 2, { sheet: '表一', cell: 'B3' }, '?sheet=%E8%A1%A8%E4%B8%80&cell=B3&raw=1.50'],
    ['cells', '0.30', 4, 5, { sheet: '表一', cell: 'A6' }, '?sheet=%E8%A1%A8%E4%B8%80&cell=A6&raw=0.30'],
    ['paragraphs', '2.50', 3, 3, { paragraph: 3 }, '?paragraph=3&raw=2.50'],
    ['paragraphs', '0.30', 4, 5, { paragraph: 8 }, '?paragraph=8&raw=0.30'],
    ['lines', '2.50', 3, 3, { lines: [41, 41] }, '?lines=41-41&raw=2.50'],
    ['lines', '0.30', 4, 5, { lines: [90, 91] }, '?lines=90-91&raw=0.30'],
  ])('%s: the figure %s is cited where it is printed', (kind, value, from, to, where, query) => {
    const { cited, refusal } = citedIn(kind, value, from, to)
    expect(refusal).toBeNull()
    expect(publishedCitation(cited)).toMatchObject({ raw: value, ...where })
    expect(cited.href).toContain(query)
    expect(publishedCitation(cited)).not.toHaveProperty('place')
  })

  test.each(Object.keys(KINDS))('%s: a figure is refused at any other site', (kind) => {
    const { store, fact, cited } = citedIn(kind, '1.50', 2, 2)
    const sites: readonly Site[] = [
      { kind: 'cell', sheet: '表一', cell: 'C3' },
      { kind: 'cell', sheet: '表二', cell: 'B3' },
      { kind: 'paragraph', paragraph: 3 },
      { kind: 'lines', from: 2, to: 2 },
    ]
    for (const site of sites)
      expect(refuseFigure(figureOf(fact), fact, [{ ...cited, place: { site, raw: '1.50' } }], store)).toBe(
        'site-differs',
      )
    expect(refuseFigure(figureOf(fact), fact, [{ ...cited, place: null }], store)).toBe('site-differs')
  })

  test('a row is quoted whole, and cited by its first cell', () => {
    const { store } = citedIn('cells', '1.50', 2, 2)
    const [model] = store.chunks('d')
    if (!model) throw new Error('no chunk')
    const quote = '公务接待费 | 1.50 | 2.50'
    const cited = publishedCitation(citeChunk({ ...model, kind: 'row', quote, source: lines(1, 3) }, store, 1))
    expect(cited).toMatchObject({ quote, raw: '公务接待费', sheet: '表一', cell: 'A3' })
  })
})
