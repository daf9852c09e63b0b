import { createContext } from 'preact'
import type { Answer } from '../../answer/contract.ts'

/** Where the server that is asked is found: its origin and the path that it is put under, without a slash at its end. */
export const ServerAddress = createContext(location.origin)

/** The answer with links that hold on any page. */
export function withWholeLinks(answer: Answer, server: string): Answer {
  const citations = answer.citations.map((citation) => ({ ...citation, href: wholeLink(citation.href, server) }))
  return { ...answer, citations }
}

function wholeLink(href: string, server: string): string {
  return /^\/(?!\/)/.test(href) ? `${server}${href}` : href
}

/** The server of a script that it serves at its root, or at the root of the path that it is put under. */
export function serverOf(script: string): string {
  const { origin, pathname } = new URL(script)
  return `${origin}${pathname.slice(0, pathname.lastIndexOf('/'))}`
}
