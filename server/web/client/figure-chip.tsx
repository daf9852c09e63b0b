import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Figure } from '../../answer/contract.ts'
import { sourceLink } from './answer-text.ts'
import { elementBeside } from './element-beside.ts'
import { Formula } from './formula.tsx'
import type { ProseContext } from './prose-context.ts'

/** Sign before each check, so that colour is not the only mark. */
export const CHECK_SIGNS: Readonly<Record<Figure['check'], string>> = {
  verified: '✓',
  derived: 'ƒ',
  disputed: '≠',
  unconfirmed: '?',
}

interface ChipProps {
  readonly figure: Figure
  readonly text: string
  readonly context: ProseContext
}

/** Longer ones may be cut at the end of a line. */
const LONGEST_WHOLE = 24

function chipClass({ check }: Figure, text: string): string {
  return `chip check-${check}${text.length <= LONGEST_WHOLE ? ' whole' : ''}`
}

/** A figure in the text: it opens its source, or shows how it was computed. */
export function FigureChip(props: ChipProps): JSX.Element {
  return props.figure.derivation ? <DerivedChip {...props} /> : <SourceChip {...props} />
}

function SourceChip({ figure, text, context: { words, citations } }: ChipProps): JSX.Element {
  const source = citations.find(({ id }) => id === figure.citations[0])
  const check = words.check[figure.check]
  return (
    <a
      class={chipClass(figure, text)}
      href={sourceLink(source, words)}
      target="_blank"
      rel="noopener"
      title={`${figure.label} · ${check} · ${words.openSource}`}
    >
      <span class="sign" aria-hidden="true">
        {CHECK_SIGNS[figure.check]}
      </span>
      {text}
      <span class="unseen">{`(${check})`}</span>
    </a>
  )
}

function DerivedChip({ figure, text, context }: ChipProps): JSX.Element {
  const { words } = context
  const id = useId()
  const show = (event: Event): void => {
    if (event.currentTarget instanceof HTMLElement)
      placeBelow(elementBeside(event.currentTarget, id), event.currentTarget)
  }
  return (
    <>
      <button
        type="button"
        class={chipClass(figure, text)}
        popoverTarget={id}
        onClick={show}
        title={`${words.formula}: ${figure.derivation?.expression ?? ''}`}
      >
        <span class="sign" aria-hidden="true">
          {CHECK_SIGNS[figure.check]}
        </span>
        {text}
        <span class="unseen">{`(${words.check[figure.check]})`}</span>
      </button>
      <section id={id} popover="auto" class="formula-popover" aria-label={words.formula}>
        <p class="label">{figure.label}</p>
        <Formula figure={figure} context={context} />
      </section>
    </>
  )
}

/** Under what opened it, and within the window. */
function placeBelow(popover: HTMLElement | null, opener: HTMLElement): void {
  if (!popover) return
  const { left, bottom } = opener.getBoundingClientRect()
  popover.style.left = `${Math.max(8, Math.min(left, window.innerWidth - 360))}px`
  popover.style.top = `${Math.min(bottom + 6, window.innerHeight - 160)}px`
}
