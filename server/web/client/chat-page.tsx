import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { AnswerChart } from './answer-chart.tsx'
import { type AnswerTools, AnswerToolsContext } from './answer-tools.ts'
import { chartData } from './chart-data.ts'
import { Composer } from './composer.tsx'
import { type Conversation, type Turn, useConversation } from './conversation.ts'
import { ExportButtons } from './export-buttons.tsx'
import { failureText } from './failure-text.ts'
import { FollowUps } from './follow-up-buttons.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { useHoldings } from './holdings.ts'
import { PageHeader } from './page-header.tsx'
import { readPermalink, readQuestionLink } from './permalink.ts'
import { chooseLanguage, chooseTheme, chosenLanguage, chosenTheme } from './preferences.ts'
import { TurnView } from './turn-view.tsx'
import { Welcome } from './welcome.tsx'
import { stageText, WORDS, type Words } from './words.ts'

const TOOLS: AnswerTools = {
  Export: ExportButtons,
  Chart: AnswerChart,
  isCharted: (answer) => chartData(answer) !== null,
}

/** The page that people ask in. */
export function ChatPage(): JSX.Element {
  const [language, setLanguage] = useState(chosenLanguage)
  const [theme, setTheme] = useState(chosenTheme)
  const conversation = useConversation({ server: location.origin, storage: localStorage })
  const holdings = useHoldings()
  const history = useRef<HTMLDialogElement>(null)
  const words = WORDS[language]
  const { turns, busy, ask, stop, begin } = conversation

  useEffect(() => chooseLanguage(language), [language])
  useEffect(() => chooseTheme(theme), [theme])
  useEffect(() => {
    const linked = readPermalink(location.hash)
    if (linked) ask(linked.question, linked)
    else ask(readQuestionLink(location.hash) ?? '')
  }, [])
  useShownTurn(conversation)

  return (
    <>
      <a class="skip" href="#question">
        {words.toQuestion}
      </a>
      <PageHeader
        {...{ words, language, theme, setLanguage, setTheme, begin }}
        showHistory={() => history.current?.showModal()}
      />
      <main>
        {turns.length === 0 && <Welcome {...{ language, words, holdings, ask }} />}
        <div class="conversation">
          <AnswerToolsContext.Provider value={TOOLS}>
            {turns.map((turn) => (
              <TurnView key={turn.key} turn={turn} words={words} ask={ask}>
                {turn === turns.at(-1) && <FollowUps turn={turn} documents={holdings.documents ?? []} ask={ask} />}
              </TurnView>
            ))}
          </AnswerToolsContext.Provider>
        </div>
        <p class="unseen" role="status" aria-live="polite">
          {spoken(turns.at(-1), words)}
        </p>
      </main>
      <Composer {...{ words, busy, ask, stop }} />
      <HistoryPanel dialog={history} words={words} conversation={conversation} />
    </>
  )
}

/** Takes people to a new question, and the focus of who pressed a button that is gone since. */
function useShownTurn({ turns }: Conversation): void {
  const last = turns.at(-1)
  useEffect(() => {
    if (!last) return
    const turn = document.getElementById(`turn-${last.key}`)
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
    turn?.scrollIntoView({ block: 'start', behavior })
    if (document.activeElement === document.body)
      turn?.querySelector<HTMLElement>('.asked')?.focus({ preventScroll: true })
  }, [last?.key])
}

/** What a screen reader says of the last turn. */
function spoken(turn: Turn | undefined, words: Words): string {
  if (!turn) return ''
  if (turn.state.kind === 'asking') return stageText(turn.state.stage, words)
  if (turn.state.kind === 'failed') return failureText(turn.state.error, words)
  return `${words.answered}${turn.state.answer.answer.replace(/\*\*|\[\d+\]/g, '')}`
}
