import type { CorpusIndex } from '../../ingest/index/open.ts'
import { fillPrompt, type PromptMark, quotedData } from '../../prompts/prompts.ts'
import type { Found, Trace } from '../answer/assistant.ts'
import type { Draft } from '../answer/draft-shape.ts'
import { slotsIn } from '../answer/slots.ts'
import type { Budget } from '../model/budget.ts'
import type { ChatMessage, ChatModel } from '../model/chat.ts'
import { ModelFailure } from '../model/model-failure.ts'
import { Prose } from './prose/prose.ts'
import type { Subjects } from './prose/subjects.ts'
import { subjectsOf } from './prose-subjects.ts'

/** More figures than this are a list, which its lines tell better than prose. */
const MOST_FIGURES = 6
const MOST_TOKENS = 700
/** Once what was asked is told, this long is waited for each further sentence. */
const PATIENCE_MS = 3_000

/** What a model is told to write from, and how the answer remembers it. */
export interface Explaining {
  readonly messages: readonly ChatMessage[]
  readonly mark: PromptMark
  readonly subjects: Subjects
}

/** The material for prose; null where an answer is told well enough without: a list, a refusal, quotations for an English question. */
export function explainingOf(found: Found, index: CorpusIndex): Explaining | null {
  const { plan, evidence, draft } = found
  if (draft.status !== 'answered' || evidence.status !== 'answered') return null
  if (evidence.form !== 'figures' && evidence.form !== 'quotes') return null
  // An English sentence about a Chinese passage cannot be held against it word by word.
  if (evidence.form === 'quotes' && plan.language === 'en') return null
  const subjects = subjectsOf(found, index)
  if (subjects.figures.length > MOST_FIGURES || subjects.figures.length + subjects.passages.length === 0) return null
  const { text, mark } = fillPrompt(plan.language === 'zh' ? 'explain.zh' : 'explain.en', {})
  const user: ChatMessage = { role: 'user', text: quotedData(materialOf(found, subjects)) }
  return { messages: [{ role: 'system', text }, user], mark, subjects }
}

/** What the model sees of the evidence: names and words. No figure: what it does not know it cannot tell wrongly. */
function materialOf({ question, plan }: Found, { figures, passages }: Subjects): object {
  return {
    question,
    language: plan.language,
    figures: figures.map(({ number, figure, label, frame }) => ({
      slot: `f${number}`,
      role: figure.role,
      label,
      frame,
      ...(figure.direction === null ? {} : { direction: figure.direction }),
    })),
    passages: passages.map(({ number, frame, text }) => ({ slot: `p${number}`, frame, text: withoutDigits(text) })),
  }
}

function withoutDigits(text: string): string {
  return text.replace(/\d[\d,，.]*/g, '▢')
}

/** The draft in the model's words, as far as they are proven. */
export interface Explained {
  readonly draft: Draft
  /** The sentences that were kept, as the model wrote them. */
  readonly written: readonly string[]
}

/** What became of a model's words: null where they do not answer. */
export interface Outcome {
  readonly explained: Explained | null
  readonly sentences: Trace['sentences']
}

/** Shows a sentence of the answer before the rest of it is written. */
export type Tell = (text: string) => void

/**
 * Lets a model word the answer. Sentences are shown once they are proven and what was asked is told: from then on nothing
 * that is shown can turn out to be no answer. Null where the model does not get that far.
 */
export async function explain(
  found: Found,
  explaining: Explaining,
  model: ChatModel,
  budget: Budget,
  tell: Tell,
): Promise<Outcome> {
  const prose = new Prose(found, explaining.subjects)
  const patience = new Patience(budget)
  const request = {
    purpose: 'explain',
    messages: explaining.messages,
    maxTokens: MOST_TOKENS,
    budget: patience,
  } as const
  let shown = 0
  const show = () => {
    if (!prose.answers) return
    patience.shorten()
    for (const sentence of prose.sentences.slice(shown)) tell(`${shown++ === 0 ? '' : prose.joint}${sentence}`)
  }
  try {
    const pieces = model.write(request)
    for (let next = await pieces.next(); ; next = await pieces.next()) {
      if (next.done) prose.end(next.value.complete)
      else prose.add(next.value)
      show()
      if (next.done) break
      if (prose.isEnough) {
        await pieces.return({ complete: false })
        break
      }
    }
  } catch (error) {
    // What was proven stands, however the model ended.
    if (!(error instanceof ModelFailure)) throw error
  } finally {
    patience.end()
  }
  return outcomeOf(found, prose)
}

/** The same with sentences that were kept of an earlier answer to the same question on the same index: proven anew. */
export function explainAgain(found: Found, { subjects }: Explaining, written: readonly string[]): Outcome {
  const prose = new Prose(found, subjects)
  for (const sentence of written) prose.take(sentence)
  return outcomeOf(found, prose)
}

function outcomeOf(found: Found, prose: Prose): Outcome {
  const explained = prose.answers ? { draft: drafted(found, prose), written: prose.written } : null
  return { explained, sentences: prose.count }
}

/**
 * Prose in the place of the lines whose figures it shows. The others stay: of figures that it leaves out, of reckoned ones,
 * whose formula is told, and what is quoted.
 */
function drafted({ draft }: Found, prose: Prose): Draft {
  const told = prose.sentences.join(prose.joint)
  const lines = draft.text.split('\n').filter((line) => {
    const slots = slotsIn(line)
    return slots.length === 0 || slots.some((number) => !prose.shows(number) || isReckoned(draft, number))
  })
  return { ...draft, text: [told, ...lines].join('\n') }
}

function isReckoned(draft: Draft, number: number): boolean {
  return draft.figures[number - 1]?.check === 'derived'
}

/** A budget that may be shortened while it runs. */
class Patience implements Budget {
  readonly signal: AbortSignal
  readonly #budget: Budget
  readonly #over = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(budget: Budget) {
    this.#budget = budget
    this.signal = AbortSignal.any([budget.signal, this.#over.signal])
  }

  left(): number {
    return this.signal.aborted ? 0 : this.#budget.left()
  }

  shorten(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#over.abort(), PATIENCE_MS)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}
