import { printsFigure } from '../figures.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isElement, isText } from './tree.ts'
import { isSilent } from './visibility.ts'

/** What stands inside an element, at any depth. */
export interface Contents {
  /** Characters that are neither white space nor stand between the steps of a path. */
  readonly letters: number
  /** Those of them that lead to other pages. */
  readonly linked: number
  readonly links: number
  /** Whether a figure of money or a share is printed, or any number with two decimals. */
  readonly figures: boolean
  readonly titled: boolean
}

const SPACES = /[\s>›»|/·-]+/g
const NOTHING: Contents = { letters: 0, linked: 0, links: 0, figures: false, titled: false }

/** Looks through a page once, so that each of its elements can be asked for its links, figures and titles. */
export function lookThrough(nodes: readonly HtmlNode[]): (element: HtmlElement) => Contents {
  const known = new Map<HtmlElement, Contents>()
  contentsOf(nodes, known)
  return (element) => known.get(element) ?? NOTHING
}

function contentsOf(nodes: readonly HtmlNode[], known: Map<HtmlElement, Contents>): Contents {
  let all = NOTHING
  for (const node of nodes) all = together(all, contentsOfNode(node, known))
  return all
}

function contentsOfNode(node: HtmlNode, known: Map<HtmlElement, Contents>): Contents {
  if (isText(node)) {
    const letters = node.value.replace(SPACES, '').length
    return letters === 0 ? NOTHING : { ...NOTHING, letters, figures: printsFigure(node.value) }
  }
  if (!isElement(node) || isSilent(node)) return NOTHING
  const inside = contentsOf(node.childNodes, known)
  const contents = ownContents(node, inside)
  // Most elements hold text alone, and nobody asks for more.
  if (contents.links > 0 || contents.figures || contents.titled) known.set(node, contents)
  return contents
}

function ownContents(element: HtmlElement, inside: Contents): Contents {
  if (element.attrs.length > 0 && leadsAway(element)) return { ...inside, linked: inside.letters, links: 1 }
  return element.tagName === 'h1' && inside.letters > 0 ? { ...inside, titled: true } : inside
}

function together(a: Contents, b: Contents): Contents {
  if (b === NOTHING) return a
  if (a === NOTHING) return b
  return {
    letters: a.letters + b.letters,
    linked: a.linked + b.linked,
    links: a.links + b.links,
    figures: a.figures || b.figures,
    titled: a.titled || b.titled,
  }
}

/** Links into the page itself are its table of contents. */
function leadsAway(element: HtmlElement): boolean {
  const address = element.tagName === 'a' ? attributeOf(element, 'href') : null
  return address !== null && !address.startsWith('#')
}
