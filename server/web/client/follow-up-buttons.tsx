import type { JSX } from 'preact'
import type { DocumentRecord } from '../../../ingest/domain/document.ts'
import type { Turn } from './conversation.ts'
import { followUps } from './follow-ups.ts'
import { WORDS } from './words.ts'

interface FollowUpsProps {
  readonly turn: Turn
  readonly documents: readonly DocumentRecord[]
  readonly ask: (question: string) => void
}

/** Questions that go on from the last answer. */
export function FollowUps({ turn, documents, ask }: FollowUpsProps): JSX.Element | null {
  if (turn.state.kind !== 'answered') return null
  const questions = followUps(turn.state.answer, documents)
  if (questions.length === 0) return null
  return (
    <fieldset class="follow-ups">
      <legend class="unseen">{WORDS[turn.state.answer.language].followUps}</legend>
      {questions.map((question) => (
        <button key={question} type="button" onClick={() => ask(question)}>
          {question}
        </button>
      ))}
    </fieldset>
  )
}
