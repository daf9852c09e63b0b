import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import type { Answer } from '../../answer/contract.ts'
import { answerText } from './answer-text.ts'
import { AnswerToolsContext } from './answer-tools.ts'
import { copyText } from './clipboard.ts'
import { permalink } from './permalink.ts'
import { ServerAddress } from './server-address.ts'
import type { Words } from './words.ts'

interface ActionsProps {
  readonly question: string
  readonly answer: Answer
  readonly words: Words
}

/** What can be taken away from an answer: its text with the sources, a link to it, its figures as a file. */
export function AnswerActions({ question, answer, words }: ActionsProps): JSX.Element {
  const [note, setNote] = useState('')
  const server = useContext(ServerAddress)
  const { Export } = useContext(AnswerToolsContext)
  const copy = async (text: string, done: string): Promise<void> =>
    setNote((await copyText(text)) ? done : words.notCopied)
  return (
    <div class="actions">
      <button type="button" onClick={() => void copy(answerText(question, answer, words, server), words.copied)}>
        {words.copy}
      </button>
      <button
        type="button"
        onClick={() => void copy(permalink(`${server}/`, question, answer, new Date()), words.linkCopied)}
      >
        {words.link}
      </button>
      {Export && <Export question={question} answer={answer} />}
      <span class="quiet" role="status">
        {note}
      </span>
    </div>
  )
}
