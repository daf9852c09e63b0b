import { phrase } from '../../prompts/phrases.ts'
import { fillPrompt, type PromptMark } from '../../prompts/prompts.ts'
import type { Assistant, Assisted, Desk, Found, Trace } from '../answer/assistant.ts'
import type { Language, Notice } from '../answer/contract.ts'
import { type Budget, budgetOf } from '../model/budget.ts'
import type { ChatModel } from '../model/chat.ts'
import { ModelFailure } from '../model/model-failure.ts'
import { explain, explainAgain, explainingOf } from './explain.ts'
import { findAnew, isUnsettled, planningOf, propose } from './plan-anew.ts'
import type { Proposal } from './proposal.ts'
import { type Kept, type KeptUnder, ReplyCache } from './reply-cache.ts'

export interface AssistantOptions {
  readonly model: ChatModel
  /** How long an answer may take because of the model, from the question on. */
  readonly budgetMs: number
  readonly cache?: ReplyCache
  /** Is told what became of each answer that the model was asked for. */
  readonly onAnswer?: (outcome: 'helped' | 'fell_back', refused: Trace['sentences']['refused']) => void
  /** Is told of errors that are no failures of the model; the answer is then the one without it. */
  readonly onError: (error: unknown) => void
}

const NOTHING: Trace['sentences'] = { kept: 0, refused: {} }

/** An assistant that lets a language model choose what is looked up where words alone do not tell, and word what was found. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { model, budgetMs, cache = new ReplyCache(), onAnswer, onError } = options
  return {
    assist: async (found, desk) => {
      const key = keyOf(found, desk, model)
      const budget = budgetOf(budgetMs - (performance.now() - desk.started), desk.signal)
      const session = new Session(model, budget, desk, cache.get(key) ?? null)
      try {
        const assisted = await session.run(found, (kept) => cache.keep(key, kept))
        if (assisted.trace) onAnswer?.(assisted.helped ? 'helped' : 'fell_back', assisted.trace.sentences.refused)
        return assisted
      } catch (error) {
        onError(error)
        const { name } = model
        return { found: withNotice(found, 'fallback'), model: name, helped: false, fellBack: true, trace: null }
      }
    },
  }
}

function keyOf({ question, plan: { language } }: Found, { index, before }: Desk, { name }: ChatModel): KeptUnder {
  const marks = [fillPrompt('plan', {}), fillPrompt(explainPrompt(language), {})].map(({ mark }) => mark)
  return { model: name, indexVersion: index.version, question, before, language, prompts: marks }
}

function explainPrompt(language: Language): 'explain.zh' | 'explain.en' {
  return language === 'zh' ? 'explain.zh' : 'explain.en'
}

/** One answer's dealings with the model. */
class Session {
  readonly #model: ChatModel
  readonly #budget: Budget
  readonly #desk: Desk
  readonly #kept: Kept | null
  readonly #prompts: PromptMark[] = []
  #sentences = NOTHING
  /** What was asked of the model and is not in the answer. */
  #missed = 0
  #used = 0

  constructor(model: ChatModel, budget: Budget, desk: Desk, kept: Kept | null) {
    this.#model = model
    this.#budget = budget
    this.#desk = desk
    this.#kept = kept
  }

  async run(asked: Found, keep: (kept: Kept) => void): Promise<Assisted> {
    const { found: planned, proposal } = await this.#planned(asked)
    const { found, written } = await this.#explained(planned)
    const fellBack = this.#missed > 0
    if (this.#used > 0 && !fellBack) keep({ proposal, written })
    const wasAsked = this.#prompts.length > 0
    return {
      found: fellBack ? withNotice(found, 'fallback') : found,
      model: wasAsked ? this.#model.name : null,
      helped: this.#used > 0,
      fellBack,
      trace: wasAsked ? { prompts: this.#prompts, sentences: this.#sentences } : null,
    }
  }

  /** The answer to what the model takes the question for, where words alone did not settle it. */
  async #planned(asked: Found): Promise<{ readonly found: Found; readonly proposal: Proposal | null }> {
    const planning = isUnsettled(asked, this.#desk.before) ? await planningOf(asked, this.#desk) : null
    if (!planning) return { found: asked, proposal: null }
    this.#desk.status('planning')
    this.#prompts.push(planning.mark)
    const proposal = this.#kept?.proposal ?? (await propose(planning, this.#model, this.#budget).catch(nullOnFailure))
    const found = proposal && (await findAnew(proposal, planning, asked, this.#desk))
    this.#count(found !== null)
    return found ? { found: withNotice(found, 'scope'), proposal } : { found: asked, proposal: null }
  }

  /** The answer in the model's words, as far as they are proven. */
  async #explained(found: Found): Promise<{ readonly found: Found; readonly written: readonly string[] }> {
    const explaining = explainingOf(found, this.#desk.index)
    if (!explaining) return { found, written: [] }
    this.#desk.status('explaining')
    this.#prompts.push(explaining.mark)
    const written = this.#kept?.written ?? []
    const tell = (text: string) => this.#desk.tell(text, found)
    const { explained, sentences } =
      written.length > 0
        ? explainAgain(found, explaining, written)
        : await explain(found, explaining, this.#model, this.#budget, tell)
    this.#sentences = sentences
    this.#count(explained !== null)
    return explained
      ? { found: { ...found, draft: explained.draft }, written: explained.written }
      : { found, written: [] }
  }

  #count(isUsed: boolean): void {
    if (isUsed) this.#used += 1
    else this.#missed += 1
  }
}

function nullOnFailure(error: unknown): null {
  if (error instanceof ModelFailure) return null
  throw error
}

/** What a person must know of the model's part in an answer. */
function withNotice(found: Found, kind: 'fallback' | 'scope'): Found {
  const message = phrase(found.plan.language, kind === 'fallback' ? 'notice.fallback' : 'notice.understood', {})
  const notice: Notice = { kind, message, citations: [] }
  return { ...found, draft: { ...found.draft, notices: [...found.draft.notices, notice] } }
}
