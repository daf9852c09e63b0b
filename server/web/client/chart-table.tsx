import type { JSX } from 'preact'
import type { Answer, Figure } from '../../answer/contract.ts'
import { sourceLink } from './answer-text.ts'
import type { ChartData } from './chart-data.ts'
import { chartWords } from './chart-words.ts'
import { CHECK_SIGNS } from './figure-chip.tsx'
import { WORDS } from './words.ts'

interface TableProps {
  readonly data: ChartData
  readonly answer: Answer
  readonly labelledBy: string
}

/** The figures of a chart, each the way to its source. */
export function ChartTable({ data, answer, labelledBy }: TableProps): JSX.Element {
  const words = chartWords(answer.language)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wide" tabIndex={0} aria-labelledby={labelledBy}>
      <table>
        <thead>
          <tr>
            <th scope="col">{data.named.map((trait) => words.traits[trait]).join(' · ')}</th>
            {data.series.map(({ name }) => (
              <th key={name} scope="col" class="amount">
                {name === '' ? words.value : name}
              </th>
            ))}
            {data.others.map((trait) => (
              <th key={trait} scope="col">
                {words.traits[trait]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map(({ name: category, rest }, at) => (
            <tr key={at}>
              <th scope="row">{category}</th>
              {data.series.map(({ name, figures }) => (
                <td key={name} class="amount">
                  <Amount figure={figures[at] ?? null} answer={answer} />
                </td>
              ))}
              {rest.map((part, column) => (
                <td key={column}>{part}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Amount({ figure, answer }: { readonly figure: Figure | null; readonly answer: Answer }): JSX.Element {
  const words = WORDS[answer.language]
  if (!figure) return <span class="quiet">{chartWords(answer.language).none}</span>
  const source = answer.citations.find(({ id }) => id === figure.citations[0])
  const text = `${figure.direction ? `${words.direction[figure.direction]} ` : ''}${figure.value}`
  const check = words.check[figure.check]
  if (!source || figure.derivation) return <span title={check}>{text}</span>
  return (
    <a href={sourceLink(source, words)} target="_blank" rel="noopener" title={`${check} · ${words.openSource}`}>
      <span class="sign" aria-hidden="true">
        {CHECK_SIGNS[figure.check]}
      </span>{' '}
      {text}
    </a>
  )
}
