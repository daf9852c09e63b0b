import type { ComponentChildren, JSX } from 'preact'
import { AnswerView } from './answer-view.tsx'
import type { Turn } from './conversation.ts'
import { failureText } from './failure-text.ts'
import { Prose } from './prose.tsx'
import { stageText, type Words } from './words.ts'

interface TurnProps {
  readonly turn: Turn
  readonly words: Words
  readonly ask: (question: string) => void
  /** What stands below the reply. */
  readonly children?: ComponentChildren
}

/** A question with its answer, or with what is known of it so far. */
export function TurnView({ turn, words, ask, children }: TurnProps): JSX.Element {
  return (
    <article class="turn" id={`turn-${turn.key}`}>
      <h2 class="asked" tabIndex={-1}>
        {turn.question}
      </h2>
      <div class="reply" aria-busy={turn.state.kind === 'asking'}>
        <Reply turn={turn} words={words} ask={ask} />
      </div>
      {children}
    </article>
  )
}

function Reply({ turn: { key, question, linked, state }, words, ask }: TurnProps): JSX.Element {
  if (state.kind === 'answered')
    return <AnswerView turn={key} question={question} answer={state.answer} linked={linked} ask={ask} />
  if (state.kind === 'failed')
    return (
      <div class="failure">
        <p>{failureText(state.error, words)}</p>
        <button type="button" onClick={() => ask(question)}>
          {words.retry}
        </button>
      </div>
    )
  // Text takes the place of what is being done: nothing moves while it comes.
  return state.text === '' ? (
    <p class="thinking">{stageText(state.stage, words)}</p>
  ) : (
    <Prose text={state.text} context={{ turn: key, words, figures: [], citations: [] }} />
  )
}
