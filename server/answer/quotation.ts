import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { AskedShape } from './asked-words.ts'
import { excerpt, rowExcerpt, withHeadings } from './excerpt.ts'
import { FIRST_ORDINAL, NEXT_ORDINAL } from './ordinals.ts'
import type { Sentence } from './sentence-text.ts'

/** Characters of a quotation: a passage up to here is quoted whole; beyond, what is around the sentence. */
const SHORT = 240
/** A list whose parts are asked for is quoted whole up to here. */
const LONGEST = 900

/**
 * The quotation around a sentence: its passage where that is short, the sentence with its neighbours where it is long, and
 * the rest of a list that it opens or stands in. Of a list whose entries are long, the first words of each.
 */
export function quotationOf(
  sentences: readonly Sentence[],
  at: number,
  shapes: readonly AskedShape[],
  index: CorpusReader,
): Chunk[] {
  const found = sentences[at]
  if (!found) throw new RangeError(`No sentence ${at}`)
  if (found.chunk.kind === 'row') return [rowExcerpt(found.chunk, index)]
  const near = around(sentences, at, shapes)
  const listed = shapes.some(({ name }) => LISTED.has(name))
  const entries = listed ? entriesBelow(sentences, near.to) : []
  if (entries.length > 1)
    return [
      excerpt(sentences.slice(near.from, near.to + 1), found, index),
      ...entries.map((entry) => excerpt([entry], entry, index)),
    ]
  const fields = shapes.flatMap(({ field }) => field ?? [])
  const from = firstOf(sentences, near.from, listed, fields)
  const to = lastOf(sentences, { from, to: near.to }, listed, fields)
  const quote = excerpt(sentences.slice(from, to + 1), found, index)
  return [listed ? withHeadings(quote, index) : quote]
}

/** What opens a sentence that speaks of the same thing as the one before it. */
const GOES_ON = /^(?:决算数|预算数|主要|原因|其中|差异|增减|增加|减少|上年|较|比)/

/** Whether a sentence says in itself what changed and why: beside another it speaks of another thing. */
function standsAlone({ flat, lead, text }: Sentence, [first]: readonly AskedShape[]): boolean {
  if (first?.name !== 'reason' || GOES_ON.test(lead) || lead.length < 3 || !/。\s*$/.test(text)) return false
  const told = flat.search(first.told)
  return told > 0 && /[增减升降]|持平|[大小高低]于|差异/.test(flat.slice(0, told))
}

/** Where what belongs to the sentences from `from` on begins. */
function firstOf(sentences: readonly Sentence[], from: number, listed: boolean, fields: readonly RegExp[]): number {
  let first = from
  if (needsOpening(sentences[first], sentences[first - 1])) first -= 1
  while (listed && inSeries(sentences[first - 1], sentences[first])) first -= 1
  while (fillsField(sentences[first], sentences[first - 1], fields)) first -= 1
  return first
}

/** Where what belongs to a range of sentences ends. */
function lastOf(
  sentences: readonly Sentence[],
  { from, to }: { from: number; to: number },
  listed: boolean,
  fields: readonly RegExp[],
): number {
  let last = to
  while (belongs(sentences, last, listed) && lengthOf(sentences, from, last) < LONGEST) last += 1
  while (fillsField(sentences[last], sentences[last + 1], fields)) last += 1
  return last
}

/** Whether the next line of a form, too, fills a field of the kind asked for: its way and its steps of paying, say. */
function fillsField(sentence: Sentence | undefined, next: Sentence | undefined, fields: readonly RegExp[]): boolean {
  if (!sentence || !next || !isSameText(sentence, next) || sentence.head !== next.head) return false
  const label = ({ field }: Sentence) => field.split(' ').at(-1) ?? ''
  return fields.some((field) => field.test(label(sentence)) && field.test(label(next)))
}

/** Kinds of answers that are lists more often than not. */
const LISTED = new Set(['divisions', 'measures', 'problem', 'manner', 'duties', 'content'])

function lengthOf(sentences: readonly Sentence[], from: number, to: number): number {
  return sentences.slice(from, to + 1).reduce((sum, { text }) => sum + text.length, 0)
}

/** The sentence with as many of its passage's others as a short quotation holds, those behind it first. */
function around(
  sentences: readonly Sentence[],
  at: number,
  shapes: readonly AskedShape[],
): { from: number; to: number } {
  const passage = sentences[at]?.chunk.id
  const fits = (from: number, to: number, next: number) => {
    const sentence = sentences[next]
    if (!sentence || sentence.chunk.id !== passage) return false
    return !standsAlone(sentence, shapes) && lengthOf(sentences, from, to) <= SHORT
  }
  let [from, to] = [at, at]
  for (let before = -1; before !== to - from; ) {
    before = to - from
    if (fits(from, to + 1, to + 1)) to += 1
    if (fits(from - 1, to, from - 1)) from -= 1
  }
  return { from, to }
}

/** The first sentences of the numbered entries below a sentence that opens a list; [] where it opens none. */
function entriesBelow(sentences: readonly Sentence[], opener: number): Sentence[] {
  const opening = sentences[opener]
  if (!opening || !/[:：]\s*$/.test(opening.text)) return []
  const entries: Sentence[] = []
  for (const sentence of sentences.slice(opener + 1)) {
    if (!isSameText(sentence, opening) || entries.length === MOST_ENTRIES) break
    if (!sentence.opens) continue
    if (!startsEntry(sentence)) break
    entries.push(sentence)
  }
  return entries
}

const MOST_ENTRIES = 20

function isSameText(a: Sentence, b: Sentence): boolean {
  return a.chunk.kind === 'prose' && b.chunk.kind === 'prose' && a.chunk.section.join() === b.chunk.section.join()
}

/** Whether a passage opens with what it says of something named just above. */
function needsOpening(sentence: Sentence | undefined, opening: Sentence | undefined): boolean {
  if (!sentence?.opens || !opening || !isSameText(sentence, opening)) return false
  return opening.chunk.quote.length <= 120 && /^(?:主要|决算数|预算数|原因|其中|用于)/.test(sentence.flat)
}

/** Whether the next sentence goes on with what was quoted last: a list that was opened, the next of a series. */
function belongs(sentences: readonly Sentence[], to: number, listed: boolean): boolean {
  const [last, next] = [sentences[to], sentences[to + 1]]
  if (!last || !next || !isSameText(next, last) || next.digits > 0.3) return false
  if (/[:：]\s*$/.test(last.text)) return true
  if (/[一二三四五六七八九]是/.test(last.text) && /^\s*[二三四五六七八九]是/.test(next.text)) return true
  if (!listed) return false
  if (NEXT_ORDINAL.test(next.text) && FIRST_ORDINAL.test(last.chunk.quote)) return true
  return sentences.slice(to + 1, to + 3).some((sentence) => isSameText(sentence, last) && ANNOUNCED.test(sentence.text))
}

/** "本部门行政单位1家，事业单位1家，具体包括：1.…": what a sentence counts is named right below it. */
const ANNOUNCED = /^[^。；;]{0,40}(?:包括|如下|分别是|分别为)[:：]/

/** Whether a sentence goes on with the series (一是…二是…) of the one before it. */
function inSeries(before: Sentence | undefined, sentence: Sentence | undefined): boolean {
  if (!before || !sentence || !isSameText(before, sentence)) return false
  return /^[二三四五六七八九]是/.test(sentence.flat) && /[一二三四五六七八九]是/.test(before.text)
}

function startsEntry({ flat }: Sentence): boolean {
  return /^(?:[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、])/.test(flat)
}
