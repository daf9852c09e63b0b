import type { JSX } from 'preact'
import type { Citation } from '../../answer/contract.ts'
import { placeText, sourceLink, tableName } from './answer-text.ts'
import type { ProseContext } from './prose-context.ts'
import { citationAnchor } from './reference.tsx'

/** The sources of an answer, each with what it quotes. */
export function CitationList({ context }: { readonly context: ProseContext }): JSX.Element | null {
  const { citations, words } = context
  if (citations.length === 0) return null
  return (
    <section class="citations">
      <h3>{words.citations}</h3>
      <ul>
        {citations.map((citation) => (
          <CitationItem key={citation.id} citation={citation} context={context} />
        ))}
      </ul>
    </section>
  )
}

function CitationItem({
  citation,
  context,
}: {
  readonly citation: Citation
  readonly context: ProseContext
}): JSX.Element {
  const { turn, words } = context
  const place = [tableName(citation), placeText(citation, words)].filter((part) => part !== '').join(' · ')
  const cell = [citation.row, citation.column]
    .map((path) => path?.join(' / ') ?? '')
    .filter((path) => path !== '')
    .join(' → ')
  return (
    <li id={citationAnchor(turn, citation.id)} tabIndex={-1}>
      <span class="number">{citation.id}</span>
      <div>
        <p class="place">
          <a href={sourceLink(citation, words)} target="_blank" rel="noopener">
            {citation.document}
          </a>{' '}
          <span class="quiet">{place}</span>
        </p>
        {cell !== '' && <p class="cell">{cell}</p>}
        <blockquote>
          <Quote quote={citation.quote} raw={citation.raw} />
        </blockquote>
      </div>
    </li>
  )
}

/** The quote with the figure marked, where it stands in it once. */
function Quote({ quote, raw }: { readonly quote: string; readonly raw: string }): JSX.Element {
  const pieces = raw === '' ? [quote] : quote.split(raw)
  if (pieces.length !== 2) return <>{quote}</>
  return (
    <>
      {pieces[0]}
      <mark>{raw}</mark>
      {pieces[1]}
    </>
  )
}
