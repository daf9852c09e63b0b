import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { Problem } from '../../domain/problem.ts'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlText = DefaultTreeAdapterTypes.TextNode

/** No page nests deeper; browsers stop at 512. What is left open by the thousand takes time without end to put in order. */
const DEEPEST = 1_000
/** More than a disclosure of a thousand pages has. */
const MOST_ELEMENTS = 600_000

const START = { startLine: 1, startCol: 1, startOffset: 0, endLine: 1, endCol: 1, endOffset: 0 }

/**
 * The nodes of a file of HTML, put in order as browsers do. Nothing is fetched and no script runs. Throws Problem
 * "file-too-large" for more elements or levels than any page has.
 */
export function parseHtml(text: string, file: string): readonly HtmlNode[] {
  let [elements, depth, at] = [0, 0, START]
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...element) => {
      elements += 1
      if (elements > MOST_ELEMENTS)
        throw new Problem('file-too-large', `${file} has more than ${MOST_ELEMENTS} elements.`)
      return defaultTreeAdapter.createElement(...element)
    },
    // Of where a node stands its line is kept, once for all nodes of the line: the rest would be most of the memory.
    setNodeSourceCodeLocation: (node, location) => {
      if (location && location.startLine !== at.startLine) at = { ...START, startLine: location.startLine }
      node.sourceCodeLocation = location && at
    },
    updateNodeSourceCodeLocation: () => undefined,
    onItemPush: () => {
      depth += 1
      if (depth > DEEPEST) throw new Problem('file-too-large', `${file} nests its elements more than ${DEEPEST} deep.`)
    },
    onItemPop: () => {
      depth -= 1
    },
  }
  return parse(text, { treeAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text'
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** An attribute's value; null where it is not set. */
export function attributeOf({ attrs }: HtmlElement, name: string): string | null {
  return attrs.find((attribute) => attribute.name === name)?.value ?? null
}

/** The 1-based line of the file that a node begins on; null for an element that the file leaves out. */
export function lineOf({ sourceCodeLocation }: HtmlNode): number | null {
  return sourceCodeLocation?.startLine ?? null
}

/** The first characters of the text inside an element, white space put in order. */
export function textOf({ childNodes }: HtmlElement, longest: number): string {
  let text = ''
  for (const node of childNodes) {
    if (text.length >= longest) break
    const part = isText(node) ? node.value.slice(0, 4 * longest) : isElement(node) ? textOf(node, longest) : ''
    text += part.replace(/\s+/g, ' ')
  }
  return text.trim().slice(0, longest)
}
