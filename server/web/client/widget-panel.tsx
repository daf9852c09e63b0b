import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Composer } from './composer.tsx'
import { type Conversation, useConversation } from './conversation.ts'
import { ServerAddress } from './server-address.ts'
import { Refused } from './server-calls.ts'
import { TurnView } from './turn-view.tsx'
import type { WidgetSettings } from './widget-settings.ts'
import { WORDS } from './words.ts'

/** What the page can make the widget do. */
export interface WidgetControls {
  readonly open: () => void
  readonly close: () => void
  readonly ask: (question: string) => void
}

interface PanelProps {
  readonly settings: WidgetSettings
  readonly control: (controls: WidgetControls) => void
  readonly tell: (name: 'open' | 'close' | 'ask' | 'answer' | 'error', detail: unknown) => void
}

/** The button in the corner of a page, and the conversation that it opens. */
export function WidgetPanel({ settings, control, tell }: PanelProps): JSX.Element {
  const { server, language, position } = settings
  const words = WORDS[language]
  const [isOpen, setOpen] = useState(false)
  const launcher = useRef<HTMLButtonElement>(null)
  const conversation = useToldConversation(settings, tell)
  const toggle = (opens: boolean): void => {
    if (opens !== isOpen) tell(opens ? 'open' : 'close', null)
    setOpen(opens)
    if (!opens) launcher.current?.focus()
  }
  control({
    open: () => toggle(true),
    close: () => toggle(false),
    ask: (question) => {
      toggle(true)
      conversation.ask(question)
    },
  })
  return (
    <ServerAddress.Provider value={server}>
      <div class={`widget at-${position}`} lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <Talk {...{ settings, conversation, isOpen }} close={() => toggle(false)} />
        <button
          ref={launcher}
          type="button"
          class="launcher"
          aria-expanded={isOpen}
          aria-label={isOpen ? words.close : words.widget.open}
          onClick={() => toggle(!isOpen)}
        >
          <span aria-hidden="true">{isOpen ? '×' : '¥?'}</span>
        </button>
      </div>
    </ServerAddress.Provider>
  )
}

/** A conversation that is kept nowhere, and of which the page around the widget is told. */
function useToldConversation({ server, organization }: WidgetSettings, tell: PanelProps['tell']): Conversation {
  const conversation = useConversation({
    server,
    organization,
    storage: null,
    onEnd: (end) => ('error' in end ? tell('error', { message: reasonOf(end.error) }) : tell('answer', end)),
  })
  const ask = (question: string): void => {
    if (!conversation.busy && question.trim() !== '') tell('ask', { question })
    conversation.ask(question)
  }
  return { ...conversation, ask }
}

interface TalkProps {
  readonly settings: WidgetSettings
  readonly conversation: Conversation
  readonly isOpen: boolean
  readonly close: () => void
}

function Talk({ settings, conversation, isOpen, close }: TalkProps): JSX.Element {
  const { server, language, organization, greeting } = settings
  const words = WORDS[language]
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('textarea')?.focus()
  }, [isOpen])
  useShownTurn(conversation, panel.current)
  return (
    <section
      ref={panel}
      class="panel"
      hidden={!isOpen}
      role="dialog"
      aria-label={words.title}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header class="panel-head">
        <h2>{organization ?? words.title}</h2>
        <a href={`${server}/`} target="_blank" rel="noopener" title={words.widget.wholePage}>
          <span aria-hidden="true">↗</span>
          <span class="unseen">{words.widget.wholePage}</span>
        </a>
        <button type="button" onClick={close} aria-label={words.close}>
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div class="panel-talk" role="log" tabIndex={0} aria-label={words.title}>
        <p class="greeting">{greeting ?? words.widget.greeting}</p>
        {conversation.turns.map((turn) => (
          <TurnView
            key={turn.key}
            turn={turn}
            words={{ ...words, offline: words.widget.unreachable }}
            ask={conversation.ask}
          />
        ))}
      </div>
      <Composer words={words} busy={conversation.busy} ask={conversation.ask} stop={conversation.stop} />
    </section>
  )
}

/** A new question stands at the top of the panel; its answer comes below. */
function useShownTurn({ turns }: Conversation, panel: HTMLElement | null): void {
  const key = turns.at(-1)?.key
  useEffect(() => {
    const talk = panel?.querySelector('.panel-talk')
    const turn = talk?.querySelector<HTMLElement>('.turn:last-child')
    if (talk && turn) talk.scrollTop = turn.offsetTop - 8
  }, [key])
}

function reasonOf(error: unknown): string {
  return error instanceof Refused ? error.problem.code : String(error)
}
