import type { JSX } from 'preact'
import type { Figure } from '../../answer/contract.ts'
import { sourceLink } from './answer-text.ts'
import { CHECK_SIGNS } from './figure-chip.tsx'
import { Formula } from './formula.tsx'
import type { ProseContext } from './prose-context.ts'
import { Reference } from './reference.tsx'
import type { Words } from './words.ts'

interface CardProps {
  readonly figure: Figure
  readonly context: ProseContext
}

/** A figure with what it is, how far it is checked, and the way to its source. */
export function FigureCard({ figure, context }: CardProps): JSX.Element {
  const { words, citations } = context
  const source = figure.derivation ? undefined : citations.find(({ id }) => id === figure.citations[0])
  const value = <FigureValue figure={figure} words={words} />
  return (
    <li class={`figure role-${figure.role} check-${figure.check}`}>
      <p class="label">{figure.label}</p>
      <p class="value">
        {source ? (
          <a href={sourceLink(source, words)} target="_blank" rel="noopener" title={words.openSource}>
            {value}
          </a>
        ) : (
          value
        )}
      </p>
      <p class="badges">
        {figure.basis && <span class={`badge basis-${figure.basis}`}>{words.basis[figure.basis]}</span>}
        <span class="badge check">
          <span aria-hidden="true">{CHECK_SIGNS[figure.check]}</span> {words.check[figure.check]}
        </span>
      </p>
      <p class="about">
        {aboutFigure(figure, words)}{' '}
        {figure.citations.map((id) => (
          <Reference key={id} id={id} context={context} />
        ))}
      </p>
      {figure.derivation && (
        <details>
          <summary>{words.formula}</summary>
          <Formula figure={figure} context={context} />
        </details>
      )}
    </li>
  )
}

const COMPARATORS: Readonly<Record<string, string>> = { '<=': '≤ ', '>=': '≥ ' }

function FigureValue({ figure, words }: { readonly figure: Figure; readonly words: Words }): JSX.Element {
  const { comparator, direction, value, unit } = figure
  return (
    <>
      {direction && `${words.direction[direction]} `}
      {comparator && (COMPARATORS[comparator] ?? '')}
      <span class="number">{value}</span>
      {unit !== '' && <span class="unit">{unit}</span>}
    </>
  )
}

/** Whose figure it is, and of when. */
function aboutFigure({ organization, level, fiscalYear, stage }: Figure, words: Words): string {
  const parts = [
    organization,
    level && words.level[level],
    fiscalYear === null ? null : words.year(fiscalYear),
    stage && words.stage[stage],
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
