import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from './words.ts'

interface ComposerProps {
  readonly words: Words
  readonly busy: boolean
  readonly ask: (question: string) => void
  readonly stop: () => void
}

const MOST_LETTERS = 2000
const MOST_PIXELS = 200

/** Where questions are typed; it stays open while an answer is made. */
export function Composer({ words, busy, ask, stop }: ComposerProps): JSX.Element {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (!field.current) return
    field.current.style.height = 'auto'
    field.current.style.height = `${Math.min(field.current.scrollHeight + 2, MOST_PIXELS)}px`
  }, [text])

  const submit = (event: Event): void => {
    event.preventDefault()
    if (busy || text.trim() === '') return
    ask(text)
    setText('')
  }
  const submitOnEnter = (event: KeyboardEvent): void => {
    // Enter that confirms a word of a Chinese input method is not the end of the question.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  }
  return (
    <form class="composer" onSubmit={submit} autoComplete="off">
      <label class="unseen" for="question">
        {words.question}
      </label>
      <textarea
        id="question"
        ref={field}
        rows={1}
        maxLength={MOST_LETTERS}
        placeholder={words.placeholder}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={submitOnEnter}
      />
      {busy ? (
        <button type="button" class="stop" onClick={stop}>
          {words.stop}
        </button>
      ) : (
        <button type="submit">{words.ask}</button>
      )}
    </form>
  )
}
