import type { Found, Trace } from '../../answer/assistant.ts'
import { draftSentence, holdsStrayNumber } from '../print-prose.ts'
import type { Refusal } from './reading.ts'
import { SentenceReader } from './sentences.ts'
import type { Subjects } from './subjects.ts'
import { type FrameAttribute, type ProvenSentence, proveSentence } from './verify-sentence.ts'
import { Vocabulary } from './vocabulary.ts'

/** Sentences kept, and read, at most: a model that goes on is stopped. */
const MOST_KEPT = 6
const MOST_READ = 40

/** The sentences of a model about one answer: those that are proven, and what they tell by now. */
export class Prose {
  /** Proven, as they stand in the draft, in the model's order. */
  readonly sentences: string[] = []
  readonly #found: Found
  readonly #subjects: Subjects
  readonly #vocabulary: Vocabulary
  readonly #reader = new SentenceReader()
  readonly #shown = new Set<number>()
  readonly #told = new Set<FrameAttribute>()
  readonly #refused = new Map<Refusal, number>()
  /** What the model wrote of the sentences that are kept. */
  readonly #written: string[] = []
  #read = 0

  constructor(found: Found, subjects: Subjects) {
    this.#found = found
    this.#subjects = subjects
    this.#vocabulary = new Vocabulary(subjects)
  }

  /** What stands between two sentences. */
  get joint(): string {
    return this.#found.plan.language === 'zh' ? '' : ' '
  }

  get count(): Trace['sentences'] {
    return { kept: this.sentences.length, refused: Object.fromEntries(this.#refused) }
  }

  /** Whether enough was read, kept or not. */
  get isEnough(): boolean {
    return this.sentences.length >= MOST_KEPT || this.#read >= MOST_READ
  }

  /** The kept sentences in the model's own words, slots and all. */
  get written(): readonly string[] {
    return this.#written
  }

  /**
   * Whether what was asked is told: every figure that answers, with whose it is, of which year, and whether planned or
   * spent. An answer that is quoted is told by its quotations; prose goes before them.
   */
  get answers(): boolean {
    if (this.sentences.length === 0) return false
    const answering = this.#subjects.figures.filter(({ figure }) => figure.role === 'answer')
    if (!answering.every(({ number }) => this.#shown.has(number))) return false
    return answering.length === 0 || FRAME.every((attribute) => this.#told.has(attribute))
  }

  /** Whether the prose shows a figure of the draft. */
  shows(number: number): boolean {
    return this.#shown.has(number)
  }

  add(piece: string): void {
    for (const sentence of this.#reader.add(piece)) this.take(sentence)
  }

  end(complete: boolean): void {
    for (const sentence of this.#reader.end(complete)) this.take(sentence)
  }

  /** Keeps a sentence where it is proven and says something new. */
  take(sentence: string): void {
    if (this.isEnough) return
    this.#read += 1
    const proven = proveSentence(sentence, this.#subjects, this.#vocabulary)
    const refusal = typeof proven === 'string' ? proven : this.#keep(proven, sentence)
    if (refusal) this.#refused.set(refusal, (this.#refused.get(refusal) ?? 0) + 1)
  }

  #keep(proven: ProvenSentence, written: string): Refusal | null {
    const sentence = draftSentence(proven, this.#subjects, this.#found)
    if (holdsStrayNumber(sentence, this.#found)) return 'stray-number'
    if (this.sentences.includes(sentence)) return null
    this.sentences.push(sentence)
    this.#written.push(written)
    for (const { number } of proven.values) this.#shown.add(number)
    for (const attribute of proven.told) this.#told.add(attribute)
    return null
  }
}

const FRAME: readonly FrameAttribute[] = ['organization', 'year', 'basis']
