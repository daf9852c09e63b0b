import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Answer, AskRequest } from '../../answer/contract.ts'
import type { LinkedAnswer } from './permalink.ts'
import {
  forgetConversation,
  type SavedConversation,
  saveConversation,
  savedConversations,
} from './saved-conversations.ts'
import { withWholeLinks } from './server-address.ts'
import { ask as askServer } from './server-calls.ts'

/** A question and what has become of it. */
export interface Turn {
  readonly key: number
  readonly question: string
  /** The link that it was opened by. */
  readonly linked: LinkedAnswer | null
  readonly state:
    | { readonly kind: 'asking'; readonly stage: string | null; readonly text: string }
    | { readonly kind: 'answered'; readonly answer: Answer }
    | { readonly kind: 'failed'; readonly error: unknown }
}

interface Shown {
  readonly id: string
  readonly turns: readonly Turn[]
}

type Change =
  | { readonly kind: 'open'; readonly shown: Shown }
  | { readonly kind: 'ask'; readonly turn: Turn }
  | { readonly kind: 'state'; readonly key: number; readonly state: Turn['state'] }
  | { readonly kind: 'stage'; readonly key: number; readonly stage: string }
  | { readonly kind: 'delta'; readonly key: number; readonly text: string }

/** What the page shows of a conversation, and what can be done with it. */
export interface Conversation {
  readonly id: string
  readonly turns: readonly Turn[]
  readonly busy: boolean
  readonly kept: readonly SavedConversation[]
  readonly ask: (question: string, linked?: LinkedAnswer) => void
  readonly stop: () => void
  readonly begin: () => void
  readonly open: (conversation: SavedConversation) => void
  /** null forgets all. */
  readonly forget: (id: string | null) => void
}

let lastKey = 0

/** Whom a conversation asks, and what is kept of it. */
export interface ConversationSettings {
  /** Origin of the server. */
  readonly server: string
  /** Answers are sought in the documents of this organisation only. */
  readonly organization?: string | undefined
  /** null keeps nothing. */
  readonly storage: Storage | null
  /** Told of each answer, and of what went wrong in place of one. */
  readonly onEnd?: (end: { readonly question: string; readonly answer: Answer } | { readonly error: unknown }) => void
}

export function useConversation(settings: ConversationSettings): Conversation {
  const { server, organization, storage, onEnd } = settings
  const [{ id, turns }, change] = useReducer(changed, null, () => ({ id: crypto.randomUUID(), turns: [] }))
  const [kept, setKept] = useState(() => (storage ? savedConversations(storage) : []))
  const underWay = useRef<AbortController | null>(null)
  const busy = turns.at(-1)?.state.kind === 'asking'

  useEffect(() => {
    const answered = turns.flatMap(({ question, state }) =>
      state.kind === 'answered' ? [{ question, answer: state.answer }] : [],
    )
    if (storage && answered.length > 0 && !busy && !isKept(kept, id, answered.length))
      setKept(saveConversation(storage, { id, at: Date.now(), turns: answered }))
  }, [turns])

  const show = (shown: Shown): void => {
    underWay.current?.abort()
    change({ kind: 'open', shown })
  }
  return {
    id,
    turns,
    busy,
    kept,
    ask: (question, linked) => {
      if (busy || question.trim() === '') return
      underWay.current = new AbortController()
      const language = linked && { language: linked.language }
      const scope = organization === undefined ? {} : { organization }
      const request = { question, conversationId: id, ...language, ...scope }
      void answerTurn(request, linked ?? null, { server, change, onEnd, signal: underWay.current.signal })
    },
    stop: () => underWay.current?.abort(),
    begin: () => show({ id: crypto.randomUUID(), turns: [] }),
    open: (conversation) => show({ id: conversation.id, turns: conversation.turns.map(answeredTurn) }),
    forget: (forgotten) => {
      if (storage) setKept(forgetConversation(storage, forgotten))
      if (forgotten === null || forgotten === id) show({ id: crypto.randomUUID(), turns: [] })
    },
  }
}

function isKept(kept: readonly SavedConversation[], id: string, turns: number): boolean {
  return kept.find((conversation) => conversation.id === id)?.turns.length === turns
}

function answeredTurn({ question, answer }: SavedConversation['turns'][number]): Turn {
  lastKey += 1
  return { key: lastKey, question, linked: null, state: { kind: 'answered', answer } }
}

interface Asking {
  readonly server: string
  readonly change: (change: Change) => void
  readonly onEnd: ConversationSettings['onEnd']
  readonly signal: AbortSignal
}

async function answerTurn(
  request: AskRequest,
  linked: LinkedAnswer | null,
  { server, change, onEnd, signal }: Asking,
): Promise<void> {
  lastKey += 1
  const key = lastKey
  const { question } = request
  change({ kind: 'ask', turn: { key, question, linked, state: { kind: 'asking', stage: null, text: '' } } })
  const listener = {
    stage: (stage: string) => change({ kind: 'stage', key, stage }),
    delta: (text: string) => change({ kind: 'delta', key, text }),
  }
  try {
    const answer = await askServer(server, request, listener, signal)
    change({ kind: 'state', key, state: { kind: 'answered', answer: placed(answer, server) } })
    onEnd?.({ question, answer })
  } catch (error) {
    change({ kind: 'state', key, state: { kind: 'failed', error } })
    onEnd?.({ error })
  }
}

/** Links of the server's own page stay as they are: what is kept holds wherever the server moves to. */
function placed(answer: Answer, server: string): Answer {
  return server === location.origin ? answer : withWholeLinks(answer, server)
}

function changed(shown: Shown, change: Change): Shown {
  if (change.kind === 'open') return change.shown
  if (change.kind === 'ask') return { ...shown, turns: [...shown.turns, change.turn] }
  return { ...shown, turns: shown.turns.map((turn) => (turn.key === change.key ? changedTurn(turn, change) : turn)) }
}

function changedTurn(turn: Turn, change: Exclude<Change, { kind: 'open' | 'ask' }>): Turn {
  if (change.kind === 'state') return { ...turn, state: change.state }
  if (turn.state.kind !== 'asking') return turn
  const { stage, text } = turn.state
  const state = change.kind === 'stage' ? { stage: change.stage, text } : { stage, text: text + change.text }
  return { ...turn, state: { kind: 'asking', ...state } }
}
