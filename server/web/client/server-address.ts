import { createContext } from 'preact'
import type { Answer } from '../../answer/contract.ts'

/** The origin of the server that is asked, without a slash at its end. */
export const ServerAddress = createContext(location.origin)

/** The answer with links that hold on any page. */
export function withWholeLinks(answer: Answer, server: string): Answer {
  const citations = answer.citations.map((citation) => ({ ...citation, href: new URL(citation.href, server).href }))
  return { ...answer, citations }
}
