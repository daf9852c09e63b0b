import type { JSX } from 'preact'
import { memo } from 'preact/compat'
import { useContext } from 'preact/hooks'
import type { Answer } from '../../answer/contract.ts'
import { AnswerActions } from './answer-actions.tsx'
import { AnswerToolsContext } from './answer-tools.ts'
import { CitationList } from './citation-list.tsx'
import { FigureCard } from './figure-card.tsx'
import { answeredFigures, type LinkedAnswer } from './permalink.ts'
import { Prose } from './prose.tsx'
import type { ProseContext } from './prose-context.ts'
import { Reference } from './reference.tsx'
import { shownText } from './shown-text.ts'
import { WORDS, type Words } from './words.ts'

interface AnswerProps {
  readonly turn: number
  readonly question: string
  readonly answer: Answer
  readonly linked: LinkedAnswer | null
  readonly ask: (question: string) => void
}

/** An answer: what it says, its figures, notices, alternatives and sources, in the language of the answer. */
export const AnswerView = memo(({ turn, question, answer, linked, ask }: AnswerProps): JSX.Element => {
  const words = WORDS[answer.language]
  const { figures, citations } = answer
  const { Chart, isCharted } = useContext(AnswerToolsContext)
  const context: ProseContext = { turn, words, figures, citations }
  return (
    <div class={`answer status-${answer.status}`} lang={answer.language === 'zh' ? 'zh-CN' : 'en'}>
      {linked && <LinkNote linked={linked} answer={answer} words={words} />}
      {answer.understood !== undefined && (
        <p class="understood">
          {words.understood}
          {answer.understood}
        </p>
      )}
      {answer.status !== 'answered' && <p class="verdict">{words.status[answer.status]}</p>}
      <Prose text={shownText(answer)} context={context} />
      {Chart && <Chart question={question} answer={answer} />}
      <Figures context={context} isCharted={isCharted(answer)} />
      <Notices notices={answer.notices} context={context} />
      <Alternatives alternatives={answer.alternatives} words={words} ask={ask} />
      <CitationList context={context} />
      <AnswerActions question={question} answer={answer} words={words} />
    </div>
  )
}, sameAnswer)

/** What is asked next does not change an answer; a page of hundreds need not look at each again. */
function sameAnswer(before: AnswerProps, after: AnswerProps): boolean {
  return before.answer === after.answer
}

interface FiguresProps {
  readonly context: ProseContext
  /** Beside a chart and its table, what else is known of each figure waits to be opened. */
  readonly isCharted: boolean
}

function Figures({ context, isCharted }: FiguresProps): JSX.Element {
  const answers = context.figures.filter(({ role }) => role === 'answer')
  const others = context.figures.filter(({ role }) => role === 'context')
  return (
    <>
      {answers.length > 0 && isCharted && (
        <details class="charted-figures">
          <summary>{context.words.eachFigure(answers.length)}</summary>
          <FigureList figures={answers} context={context} />
        </details>
      )}
      {answers.length > 0 && !isCharted && <FigureList figures={answers} context={context} />}
      {others.length > 0 && (
        <details class="context-figures">
          <summary>{context.words.contextFigures(others.length)}</summary>
          <FigureList figures={others} context={context} />
        </details>
      )}
    </>
  )
}

interface FigureListProps {
  readonly figures: Answer['figures']
  readonly context: ProseContext
}

function FigureList({ figures, context }: FigureListProps): JSX.Element {
  return (
    <ul class="figures">
      {figures.map((figure, at) => (
        <FigureCard key={at} figure={figure} context={context} />
      ))}
    </ul>
  )
}

interface NoticesProps {
  readonly notices: Answer['notices']
  readonly context: ProseContext
}

function Notices({ notices, context }: NoticesProps): JSX.Element | null {
  if (notices.length === 0) return null
  return (
    <ul class="notices">
      {notices.map(({ kind, message, citations }, at) => (
        <li key={at} class={`notice notice-${kind}`}>
          <strong>{context.words.notices[kind]}</strong> {message}{' '}
          {citations.map((id) => (
            <Reference key={id} id={id} context={context} />
          ))}
        </li>
      ))}
    </ul>
  )
}

interface AlternativesProps {
  readonly alternatives: Answer['alternatives']
  readonly words: Words
  readonly ask: (question: string) => void
}

function Alternatives({ alternatives, words, ask }: AlternativesProps): JSX.Element | null {
  if (alternatives.length === 0) return null
  return (
    <fieldset class="alternatives">
      <legend>{words.alternatives}</legend>
      {alternatives.map(({ label, question }) => (
        <button key={question} type="button" title={question} onClick={() => ask(question)}>
          {label}
        </button>
      ))}
    </fieldset>
  )
}

interface LinkNoteProps {
  readonly linked: LinkedAnswer
  readonly answer: Answer
  readonly words: Words
}

/** Whether a link still says what the documents say. */
function LinkNote({ linked, answer, words }: LinkNoteProps): JSX.Element {
  const same = linked.figures.join('\n') === answeredFigures(answer).join('\n')
  const earlier = linked.figures.join(', ')
  return (
    <p class={`link-note ${same ? 'same' : 'changed'}`}>
      <span aria-hidden="true">{same ? '✓' : '≠'}</span>{' '}
      {same ? words.again(linked.day) : words.changed(linked.day, earlier === '' ? words.none : earlier)}
    </p>
  )
}
