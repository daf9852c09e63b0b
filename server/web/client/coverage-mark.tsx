import type { JSX } from 'preact'
import type { DocumentsWords } from './documents-words.ts'

const SIGNS = { held: '●', empty: '○', absent: '–' } as const

/** Whether a table is there, as a sign and in words. */
export function CoverageMark({
  state,
  words,
}: {
  readonly state: keyof typeof SIGNS
  readonly words: DocumentsWords
}): JSX.Element {
  return (
    <span class={`mark-${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span>
      <span class="unseen">{words[state]}</span>
    </span>
  )
}
