import type { JSX, RefObject } from 'preact'
import type { Conversation } from './conversation.ts'
import type { Words } from './words.ts'

interface PanelProps {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly words: Words
  readonly conversation: Conversation
}

/** The conversations that this browser keeps; each can be opened again and deleted. */
export function HistoryPanel({ dialog, words, conversation }: PanelProps): JSX.Element {
  const { kept, open, forget, id: shown } = conversation
  const close = (): void => dialog.current?.close()
  const forgetAll = (): void => {
    if (confirm(words.forgetAllSure)) forget(null)
  }
  return (
    <dialog ref={dialog} class="history" aria-labelledby="history-title" closedby="any">
      <div class="history-inside">
        <header>
          <h2 id="history-title">{words.history}</h2>
          <button type="button" class="icon" aria-label={words.close} onClick={close}>
            ×
          </button>
        </header>
        <p class="quiet">{kept.length === 0 ? words.noHistory : words.historyNote}</p>
        <ul>
          {kept.map((saved) => {
            const title = saved.turns[0]?.question ?? ''
            return (
              <li key={saved.id}>
                <button
                  type="button"
                  class="open"
                  aria-current={saved.id === shown}
                  onClick={() => {
                    open(saved)
                    close()
                  }}
                >
                  {title}
                </button>
                <button type="button" class="icon" aria-label={words.forget(title)} onClick={() => forget(saved.id)}>
                  ×
                </button>
              </li>
            )
          })}
        </ul>
        {kept.length > 0 && (
          <button type="button" class="plain" onClick={forgetAll}>
            {words.forgetAll}
          </button>
        )}
      </div>
    </dialog>
  )
}
