import type { JSX } from 'preact'
import { elementBeside } from './element-beside.ts'
import type { ProseContext } from './prose-context.ts'

/** Where a citation of an answer is listed. */
export function citationAnchor(turn: number, id: number): string {
  return `source-${turn}-${id}`
}

/** A mark like [1] that leads to the citation listed below the answer. */
export function Reference({ id, context }: { readonly id: number; readonly context: ProseContext }): JSX.Element {
  const { turn, words, citations } = context
  if (!citations.some((citation) => citation.id === id)) return <>[{id}]</>
  const anchor = citationAnchor(turn, id)
  const show = (event: MouseEvent): void => {
    // The address stays what it is: it may be a link to an answer.
    event.preventDefault()
    elementBeside(event.currentTarget, anchor)?.focus()
  }
  return (
    <a class="reference" href={`#${anchor}`} onClick={show} aria-label={words.citation(id)}>
      {id}
    </a>
  )
}
