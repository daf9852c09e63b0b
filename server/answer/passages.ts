import type { Chunk } from '../../ingest/domain/chunk.ts'
import { comparable } from '../../ingest/domain/name.ts'
import type { CorpusIndex, ScoredChunk } from '../../ingest/index/open.ts'
import { type AskedShape, shapesAsked } from './asked-words.ts'
import type { Described } from './described.ts'
import type { Plan } from './plan.ts'
import { quotationOf } from './quotation.ts'
import { retrieve } from './retrieve.ts'
import type { Sentence } from './sentence-text.ts'
import { readWordQuestion, type WordProbe } from './word-probes.ts'

const CANDIDATES = 40
/** Documents whose every sentence is weighed; of more, those that retrieval finds first. */
const MOST_DOCUMENTS = 6
const MOST_QUOTES = 2
/** A sentence that says less of the question than this is about something else, whatever its shape; so is one that scores less. */
const LEAST_SAID = 0.4
const LEAST_SCORE = 0.7
/** A second passage is quoted where it is about as good as the first, or not much worse than one that tells it less than plainly. */
const NEARLY = 0.93
const NEARLY_VAGUE = 0.85
const PLAINLY = 0.25
/** Cosine of bge-small between texts that have nothing to do with each other, and the span above it. */
const UNRELATED = 0.4
const SPAN = 0.5

/** A sentence with how well it answers. */
interface Judged {
  readonly sentence: Sentence
  /** The sentences of its document, and its place among them. */
  readonly all: readonly Sentence[]
  readonly at: number
  /** Share of the question's words that it says, 0 to 1. */
  readonly said: number
  /** How plainly it has the shape of what is asked for. */
  readonly fit: number
  readonly score: number
}

/** Passages that answer a question in words, best first. */
export async function findPassages(plan: Plan, index: CorpusIndex, described: Described): Promise<Chunk[]> {
  const shapes = shapesAsked(plan.question)
  const ranked = (await rankSentences(plan, index, described)).slice(0, 12)
  const [best] = ranked
  if (!best) return []
  const least = Math.max(LEAST_SCORE, best.score * (best.fit < PLAINLY ? NEARLY_VAGUE : NEARLY))
  const quotes: Chunk[] = []
  for (const { at, all, score, said } of ranked) {
    if (quotes.length >= MOST_QUOTES || score < least || said < LEAST_SAID) break
    const parts = quotationOf(all, at, shapes, index)
    if (!parts.some((part) => quotes.some((other) => overlaps(other, part)))) quotes.push(...parts)
  }
  return quotes
}

/**
 * Every sentence of the documents meant, best first: judged by how much of the question it and what stands above it say,
 * how rare those words are, how near it is in meaning, and whether it has the shape of what is asked for.
 */
async function rankSentences(plan: Plan, index: CorpusIndex, { sentences }: Described): Promise<Judged[]> {
  const shapes = shapesAsked(plan.question)
  const { probes, words, opposed } = readWordQuestion(plan, shapes)
  if (probes.length === 0) return []
  const near = await retrieve(plan.question, index, CANDIDATES, {
    ...plan,
    wording: words || plan.wording,
    concepts: [],
    subject: [],
  })
  const read = documentsToRead(plan, near.fused, index).map((id) => sentences.of(index, id))
  const weights = weigh(probes, read.flat())
  const question = comparable(plan.question)
  const judged = read.flatMap((all) => judge(all, { question, probes, weights, shapes, opposed, bonus: bonuses(near) }))
  return judged.sort((a, b) => b.score - a.score || (a.sentence.chunk.id < b.sentence.chunk.id ? -1 : 1))
}

function overlaps(a: Chunk, b: Chunk): boolean {
  return (
    (a.documentId === b.documentId && a.source.from <= b.source.to && b.source.from <= a.source.to) ||
    a.quote.replace(/\s/g, '') === b.quote.replace(/\s/g, '')
  )
}

function documentsToRead(plan: Plan, fused: readonly ScoredChunk[], index: CorpusIndex): string[] {
  if (plan.documentIds.length <= MOST_DOCUMENTS) return plan.documentIds
  const found = fused.flatMap(({ chunkId }) => index.chunk(chunkId)?.documentId ?? [])
  return [...new Set(found)].slice(0, MOST_DOCUMENTS)
}

/** What retrieval by words and by meaning adds to a passage's score. */
function bonuses({ terms, vectors }: Awaited<ReturnType<typeof retrieve>>): ReadonlyMap<string, number> {
  const bonus = new Map<string, number>()
  vectors.forEach(({ chunkId, score }) => {
    bonus.set(chunkId, 0.2 * Math.min(1, Math.max(0, (score - UNRELATED) / SPAN)))
  })
  terms.forEach(({ chunkId }, rank) => {
    bonus.set(chunkId, (bonus.get(chunkId) ?? 0) + 0.1 * (1 - rank / CANDIDATES))
  })
  return bonus
}

/** Rarer words tell sentences apart; words that no sentence has speak against them all. */
function weigh(probes: readonly WordProbe[], sentences: readonly Sentence[]): number[] {
  return probes.map(({ byRarity, match, size }) => {
    if (!byRarity) return size
    const found = sentences.filter(({ flat }) => match(flat) === 1).length
    return (
      (found === 0 ? 0.5 * Math.log(sentences.length + 2) : Math.log((sentences.length + 2) / (found + 0.5))) * size
    )
  })
}

/** Share of a match that the passage's headings and project, or its sentences before, lend to a sentence. */
const BY_HEAD = 0.95
const BY_CONTEXT = 0.8

/** Whether a sentence says that a figure rose where the question has it fallen. */
function goesAgainst({ flat }: Sentence, probes: readonly WordProbe[], opposed: readonly string[]): boolean {
  return (
    opposed.some((word) => flat.includes(word)) &&
    probes.every(({ byRarity, names, match }) => byRarity || names || match(flat) === 0)
  )
}

interface Measure {
  /** As compared. */
  readonly question: string
  readonly probes: readonly WordProbe[]
  readonly weights: readonly number[]
  readonly shapes: readonly AskedShape[]
  readonly opposed: readonly string[]
  readonly bonus: ReadonlyMap<string, number>
}

function judge(sentences: readonly Sentence[], measure: Measure): Judged[] {
  const { question, probes, weights, shapes, opposed, bonus } = measure
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const heads = new Map<string, readonly number[]>()
  let before: number[] = probes.map(() => 0)
  return sentences.map((sentence, at) => {
    const head = heads.get(sentence.head) ?? probes.map(({ match }) => match(sentence.head))
    heads.set(sentence.head, head)
    if (sentence.opens && !goesOn(sentence, sentences[at - 1])) before = probes.map(() => 0)
    const own = probes.map(({ match }) => match(sentence.flat))
    const matches = own.map((match, probe) =>
      Math.max(match, BY_HEAD * (head[probe] ?? 0), BY_CONTEXT * (before[probe] ?? 0)),
    )
    before = own.map((match, probe) => Math.max(match, before[probe] ?? 0))
    const leads = probes.some(({ names, match }) => names && match(sentence.lead) === 1)
    const said = matches.reduce((sum, match, probe) => sum + match * (weights[probe] ?? 0), 0) / total
    const fit = shapeFit(sentence, sentences[at + 1], shapes)
    return {
      sentence,
      all: sentences,
      at,
      said,
      fit,
      score:
        said +
        fit +
        (bonus.get(sentence.chunk.id) ?? 0) +
        kindFit(sentence, shapes) +
        (leads ? 0.12 : 0) +
        (namesHeading(question, sentence) ? 0.3 : 0) -
        (goesAgainst(sentence, probes, opposed) ? 0.3 : 0),
    }
  })
}

/** A question that says the heading of a passage word for word asks for what stands under it. */
function namesHeading(question: string, { chunk }: Sentence): boolean {
  const heading = comparable(chunk.section.at(-1) ?? '').replace(
    /^[(（]?(?:[一二三四五六七八九十]+|\d+)[)）、.．]*/,
    '',
  )
  return chunk.kind === 'prose' && heading.length >= SHORTEST_HEADING && question.includes(heading)
}

const SHORTEST_HEADING = 3

/** Whether a passage goes on from the one before it: it opens with what it says of something named there. */
function goesOn(sentence: Sentence, previous: Sentence | undefined): boolean {
  return (
    previous !== undefined &&
    previous.chunk.kind === 'prose' &&
    sentence.chunk.kind === 'prose' &&
    previous.chunk.section.join() === sentence.chunk.section.join() &&
    (/^(?:主要|决算数|预算数|原因|其中|具体|分别|用于|[二三四五六七八九]是)/.test(sentence.flat) ||
      !/[。！？]$/.test(previous.text.trim()))
  )
}

const TOLD_PLAINLY = new Set(['reason', 'basis'])

/** Whether a sentence, or the one it goes on with, tells what is asked for: plainly, or by its kind of words, or as a field of a form. */
function shapeFit(sentence: Sentence, next: Sentence | undefined, shapes: readonly AskedShape[]): number {
  const after = next !== undefined && next.chunk.id === sentence.chunk.id ? next.flat : ''
  const fits = shapes.map(({ told, hinted, field }, rank) => {
    const words = told.test(sentence.flat) ? 0.3 : told.test(after) ? 0.18 : hinted.test(sentence.flat) ? 0.12 : 0
    return (rank === 0 ? 1 : 0.75) * (words + (field?.test(sentence.field) ? 0.28 : 0))
  })
  const best = Math.max(0, ...fits)
  // A reason or a basis is said to be one.
  return fits[0] === 0 && shapes[0] && TOLD_PLAINLY.has(shapes[0].name) ? best - 0.25 : best
}

/** Rows of figures and explanations of words answer few questions. */
function kindFit({ chunk, explains, digits, bare }: Sentence, shapes: readonly AskedShape[]): number {
  const meaning = shapes.some(({ name }) => name === 'meaning')
  const row = chunk.kind === 'row' ? -0.05 - Math.min(0.2, digits / 2) : 0
  return (
    row +
    (explains ? (meaning ? 0.3 : -0.4) : 0) -
    (digits > 0.4 ? 0.3 : 0) -
    (chunk.quote.length < 8 ? 0.2 : 0) -
    (bare ? 0.3 : 0)
  )
}
