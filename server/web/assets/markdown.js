/**
 * The Markdown that answers are written in, as a tree: paragraphs, lists, quotations and tables; strong text, code and
 * citation marks like [1]. Everything else stays the text it is; HTML and links mean nothing.
 *
 * @typedef {{ type: 'text', text: string } | { type: 'code', text: string } | { type: 'strong', children: Inline[] }
 *   | { type: 'citation', id: number } | { type: 'break' }} Inline
 * @typedef {{ type: 'paragraph', children: Inline[] } | { type: 'quote', children: Inline[] }
 *   | { type: 'list', ordered: boolean, items: Inline[][] }
 *   | { type: 'table', header: Inline[][], rows: Inline[][][] }} BlockNode
 */

const BULLET = /^\s{0,3}[-*•]\s+/
const NUMBER = /^\s{0,3}\d{1,3}[.)]\s+/
const QUOTE = /^\s{0,3}>\s?/
const TABLE_RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/

/**
 * @param {string} markdown
 * @returns {BlockNode[]}
 */
export function parseMarkdown(markdown) {
  const lines = markdown.split(/\r?\n/)
  /** @type {BlockNode[]} */
  const blocks = []
  let at = 0
  /** @param {(line: string) => boolean} belongs */
  const take = (belongs) => {
    const begin = at
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1
    return lines.slice(begin, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at += 1
    else if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) {
      const [header = '', , ...rows] = take((next) => next.includes('|'))
      blocks.push({ type: 'table', header: tableCells(header), rows: rows.map(tableCells) })
    } else if (QUOTE.test(line)) {
      blocks.push({
        type: 'quote',
        children: inlineLines(take((next) => QUOTE.test(next)).map((next) => next.replace(QUOTE, ''))),
      })
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      const mark = BULLET.test(line) ? BULLET : NUMBER
      const items = take((next) => mark.test(next))
      blocks.push({
        type: 'list',
        ordered: mark === NUMBER,
        items: items.map((item) => parseInline(item.replace(mark, ''))),
      })
    } else {
      at += 1
      blocks.push({ type: 'paragraph', children: inlineLines([line.replace(/^#{1,6}\s+/, ''), ...take(isPlain)]) })
    }
  }
  return blocks
}

/** @param {string} line */
function isPlain(line) {
  return (
    line.trim() !== '' &&
    !QUOTE.test(line) &&
    !BULLET.test(line) &&
    !NUMBER.test(line) &&
    !line.trimStart().startsWith('|')
  )
}

/** @param {string} row */
function tableCells(row) {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.trim()))
}

/**
 * @param {string[]} lines
 * @returns {Inline[]}
 */
function inlineLines(lines) {
  return lines.flatMap((line, position) =>
    position === 0 ? parseInline(line) : [/** @type {Inline} */ ({ type: 'break' }), ...parseInline(line)],
  )
}

const INLINE = /\\([\\*`[\]|>#_-])|\*\*(.+?)\*\*|`([^`]+)`|\[(\d{1,3})\](?!\()/g

/**
 * @param {string} text
 * @returns {Inline[]}
 */
export function parseInline(text) {
  /** @type {Inline[]} */
  const nodes = []
  /** @param {string} plain */
  const pushText = (plain) => {
    const last = nodes.at(-1)
    if (plain === '') return
    if (last?.type === 'text') last.text += plain
    else nodes.push({ type: 'text', text: plain })
  }
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    pushText(text.slice(at, match.index))
    const [whole, escapedSign, strong, code, citation] = match
    if (escapedSign !== undefined) pushText(escapedSign)
    else if (strong !== undefined) nodes.push({ type: 'strong', children: parseInline(strong) })
    else if (code !== undefined) nodes.push({ type: 'code', text: code })
    else nodes.push({ type: 'citation', id: Number(citation) })
    at = match.index + whole.length
  }
  pushText(text.slice(at))
  return nodes
}
