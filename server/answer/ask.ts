import { createHash, randomUUID } from 'node:crypto'
import type { CorpusIndex, IndexDoor } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import { type Assistant, type Assisted, type Found, type Listener, NOBODY } from './assistant.ts'
import type { Answer, AskRequest, Figure, Language } from './contract.ts'
import { Conversations } from './conversations.ts'
import { describeOnDemand } from './described.ts'
import { writeDraft } from './draft.ts'
import { publishedCitation } from './draft-citation.ts'
import type { Draft } from './draft-shape.ts'
import { figureText } from './figure-text.ts'
import { resolveFollowUp } from './follow-up.ts'
import { markImages } from './from-images.ts'
import { gather } from './gather.ts'
import { makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'
import { languageOf } from './question.ts'
import { scopedTo } from './scoped-index.ts'
import { fillSlots, inert, slotsIn } from './slots.ts'
import { Told } from './told.ts'
import { refuseShown, strayNumbers } from './verify.ts'

export interface Asker {
  /** Answers one question. Throws Problem "index-missing" or "index-damaged" where there is nothing to ask. */
  ask(request: AskRequest, listener?: Listener): Promise<Answer>
}

/**
 * Plan, gather, draft, verify; then, unless it is to be offline, an assistant with a language model, where there is one. Offline
 * the same question on the same index gives the same answer. A follow-up is first made the full question that it stands for
 * in its conversation.
 */
export function createAsker(door: Pick<IndexDoor, 'current'>, assistant: Assistant | null = null): Asker {
  const described = describeOnDemand()
  const conversations = new Conversations()
  return {
    async ask(request, listener = NOBODY) {
      const started = performance.now()
      listener.status('searching')
      const { organization } = request
      const held = await door.current()
      const index = organization === undefined ? held : scopedTo(organization, held)
      const conversationId = request.conversationId ?? randomUUID()
      const before = conversations.lastOf(conversationId)
      const understood = before === null ? null : resolveFollowUp(request.question, before, index.documents())
      const question = understood ?? request.question
      const language = request.language ?? (understood === null ? undefined : spokenLanguage(request.question))
      const find = async (asked: string, plan: Plan): Promise<Found> => {
        const evidence = await gather(plan, index, described)
        const draft = markImages(verified(writeDraft(evidence, plan, index), plan, index), plan.language, index)
        return { question: asked, understood: null, plan, evidence, draft }
      }
      const found = { ...(await find(question, makePlan(question, index.documents(), language))), understood }
      const told = new Told(listener)
      const tell = (text: string, of: Found) => told.tell(`${told.isEmpty ? lead(of) : ''}${printed(text, of.draft)}`)
      const { status, signal } = listener
      const desk = { index, before, started, status, tell, signal, find }
      const assisted = assistant && request.mode !== 'offline' ? await assistant.assist(found, desk) : unassisted(found)
      conversations.remember(conversationId, assisted.found.question)
      const answer = print(assisted, conversationId, index, started)
      told.end(answer.answer)
      return answer
    },
  }
}

function unassisted(found: Found): Assisted {
  return { found, model: null, helped: false, fellBack: false, trace: null }
}

/** The language of a follow-up's own words; undefined where it has none ("2031?"), and that of the conversation holds. */
function spokenLanguage(question: string): Language | undefined {
  return /[\u4e00-\u9fa5]|[a-z]{2}/i.test(question) ? languageOf(question) : undefined
}

/** The draft without the figures that their sources do not bear out; without its last answer it is no answer. */
function verified(draft: Draft, plan: Plan, index: CorpusIndex): Draft {
  const kept = draft.figures.map((figure, at) => {
    const shown = draft.shown[at]
    return shown !== undefined && refuseShown(figure, shown, draft.citations, index) === null
  })
  if (kept.every((keep) => keep)) return draft
  const lines = draft.text.split('\n').filter((line) => slotsIn(line).every((figure) => kept[figure - 1]))
  const notices = [
    ...draft.notices,
    { kind: 'unsupported' as const, message: phrase(plan.language, 'notice.dropped', {}), citations: [] },
  ]
  const answers = draft.figures.some((figure, at) => kept[at] && figure.role === 'answer')
  if (answers || draft.status !== 'answered')
    return { ...draft, text: lines.join('\n'), figures: marked(draft.figures, kept), notices }
  const [organization = ''] = draft.figures.map((figure) => figure.organization)
  const missing = [{ what: 'text' as const, organization, year: plan.years[0] ?? null }]
  const empty = writeDraft({ status: 'not_found', missing, nearest: [] }, plan, index)
  return { ...empty, notices: [...empty.notices, ...notices.slice(-1)] }
}

/** Figures keep their places, since slots count them; refused ones become unprintable and are left out at the end. */
function marked(figures: readonly Figure[], kept: readonly boolean[]): Figure[] {
  return figures.map((figure, at) => (kept[at] ? figure : { ...figure, citations: [] }))
}

/** Prints the figures into their slots and gives the answer its final shape. */
function print(
  { found, model, helped, fellBack, trace }: Assisted,
  conversationId: string,
  index: CorpusIndex,
  started: number,
): Answer {
  const { draft, plan, question, understood } = found
  const figures = shownOf(draft)
  const text = printed(draft.text, draft)
    .split('\n')
    .filter((line) => strayNumbers(line, figures, draft.quotations).length === 0)
    .join('\n')
  const id = createHash('sha256').update(`${index.version}\n${plan.language}\n${question}`).digest('hex').slice(0, 24)
  return {
    id,
    conversationId,
    status: draft.status,
    language: plan.language,
    ...(understood === null ? {} : { understood }),
    answer: `${lead(found)}${text}`,
    figures,
    citations: draft.citations.filter(({ id }) => isUsed(id, text, figures, draft.notices)).map(publishedCitation),
    notices: [...draft.notices],
    alternatives: [...draft.alternatives],
    engine: { mode: helped ? 'llm' : 'offline', model, fellBack },
    ...(trace === null ? {} : { trace: { prompts: [...trace.prompts], sentences: trace.sentences } }),
    timings: { totalMs: Math.round((performance.now() - started) * 100) / 100 },
  }
}

function printed(text: string, { figures }: Draft): string {
  return fillSlots(text, (figure) => figureText(figures[figure - 1]))
}

function shownOf({ figures }: Draft): Figure[] {
  return figures.filter(({ citations }) => citations.length > 0)
}

/** Says what a question was understood as, unless it holds a figure that is none of the answer's. */
function lead({ understood, plan, draft }: Found): string {
  if (understood === null) return ''
  const line = phrase(plan.language, 'answer.understood', { question: inert(understood) })
  return strayNumbers(line, shownOf(draft), []).length === 0 ? `${line}\n` : ''
}

/** Citations of figures that were left out go with them. */
function isUsed(id: number, text: string, figures: readonly Figure[], notices: Draft['notices']): boolean {
  return text.includes(`[${id}]`) || [...figures, ...notices].some(({ citations }) => citations.includes(id))
}
