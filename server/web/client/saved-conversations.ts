import type { Answer } from '../../answer/contract.ts'
import { isAnswer, isRecord, parsedJson } from './server-replies.ts'

export interface SavedTurn {
  readonly question: string
  readonly answer: Answer
}

/** A conversation as this browser keeps it; nothing of it is kept anywhere else. */
export interface SavedConversation {
  readonly id: string
  /** When something was last asked in it, in milliseconds since 1970. */
  readonly at: number
  readonly turns: readonly SavedTurn[]
}

const KEY = 'budget-chat-conversations'
/** The browser gives a page some five megabytes. */
const MOST_KEPT = 50

/** The conversations kept, newest first; what cannot be read is left out. */
export function savedConversations(storage: Storage): readonly SavedConversation[] {
  const kept = parsedJson(storage.getItem(KEY) ?? '[]')
  return Array.isArray(kept) ? kept.filter(isConversation) : []
}

/** Keeps a conversation, in place of an older state of it; the oldest make room. */
export function saveConversation(storage: Storage, conversation: SavedConversation): readonly SavedConversation[] {
  const others = savedConversations(storage).filter(({ id }) => id !== conversation.id)
  return write(storage, [conversation, ...others].slice(0, MOST_KEPT))
}

/** Forgets a conversation; null forgets all. */
export function forgetConversation(storage: Storage, id: string | null): readonly SavedConversation[] {
  return write(
    storage,
    savedConversations(storage).filter((conversation) => id !== null && conversation.id !== id),
  )
}

function write(storage: Storage, conversations: readonly SavedConversation[]): readonly SavedConversation[] {
  try {
    storage.setItem(KEY, JSON.stringify(conversations))
    return conversations
  } catch {
    if (conversations.length === 0) return []
    return write(storage, fewer(conversations))
  }
}

/** Full: without the oldest conversation it may fit, or, of the only one, with the newer half of what was asked. */
function fewer(conversations: readonly SavedConversation[]): readonly SavedConversation[] {
  const [only] = conversations
  if (!only || conversations.length > 1 || only.turns.length === 1) return conversations.slice(0, -1)
  return [{ ...only, turns: only.turns.slice(Math.ceil(only.turns.length / 2)) }]
}

function isConversation(value: unknown): value is SavedConversation {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.at === 'number' &&
    Array.isArray(value.turns) &&
    value.turns.length > 0 &&
    value.turns.every((turn) => isRecord(turn) && typeof turn.question === 'string' && isAnswer(turn.answer))
  )
}
