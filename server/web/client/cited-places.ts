import type { Citation } from '../../answer/contract.ts'
import { sourceLink } from './answer-text.ts'
import { savedConversations } from './saved-conversations.ts'
import { WORDS, type Words } from './words.ts'

/** The citations of an answer, and which of them is looked at. */
interface CitedPlaces {
  readonly citations: readonly Citation[]
  readonly at: number
}

/** The newest answer of this browser that cites the address, with all that it cites. */
function citedPlaces(storage: Storage, address: string): CitedPlaces | null {
  for (const { turns } of savedConversations(storage)) {
    for (const { answer } of turns.toReversed()) {
      const at = answer.citations.findIndex(({ href }) => href === address)
      if (at >= 0) return { citations: answer.citations, at }
    }
  }
  return null
}

/** Writes into the header the ways to what the same answer cites before and after this place. */
export function showCitedPlaces(storage: Storage, { pathname, search, hash }: Location, header: Element | null): void {
  const places = citedPlaces(storage, `${pathname}${search.replace(/[?&]language=(?:zh|en)/, '')}${hash}`)
  if (!places || places.citations.length < 2) return
  const words = WORDS[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en']
  const nav = document.createElement('nav')
  nav.className = 'cited-places'
  nav.setAttribute('aria-label', words.citations)
  nav.append(
    wayTo(places.citations[places.at - 1], `← ${words.previous}`, words),
    ` ${words.citationOf(places.at + 1, places.citations.length)} `,
    wayTo(places.citations[places.at + 1], `${words.next} →`, words),
  )
  header?.append(nav)
}

function wayTo(citation: Citation | undefined, text: string, words: Words): Node | string {
  if (!citation) return ''
  const link = document.createElement('a')
  link.href = sourceLink(citation, words)
  link.textContent = text
  return link
}
