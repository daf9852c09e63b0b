import type { JSX } from 'preact'
import type { Figure } from '../../answer/contract.ts'
import { sourceLink } from './answer-text.ts'
import type { ProseContext } from './prose-context.ts'

interface FormulaProps {
  readonly figure: Figure
  readonly context: ProseContext
}

/** How a figure was computed: the expression and its operands, each a link to its source. */
export function Formula({ figure: { derivation }, context }: FormulaProps): JSX.Element | null {
  if (!derivation) return null
  return (
    <div class="formula">
      <code>{derivation.expression}</code>
      <ul>
        {derivation.inputs.map(({ name, label, value, unit, citation }) => (
          <li key={name}>
            <code>{name}</code>
            {` = ${label} `}
            <a
              href={sourceLink(
                context.citations.find(({ id }) => id === citation),
                context.words,
              )}
              target="_blank"
              rel="noopener"
              title={context.words.openSource}
            >
              {unit === '' ? value : `${value} ${unit}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
