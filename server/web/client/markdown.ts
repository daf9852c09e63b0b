/** A piece of a line of Markdown. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'citation'; readonly id: number }
  | { readonly type: 'break' }

/** A block of Markdown. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly type: 'table'
      readonly header: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

const BULLET = /^\s{0,3}[-*•]\s+/
const NUMBER = /^\s{0,3}\d{1,3}[.)]\s+/
const QUOTE = /^\s{0,3}>\s?/
const TABLE_RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/

/**
 * The Markdown that answers are written in, as a tree: paragraphs, lists, quotations and tables; strong text, code and
 * citation marks like [1]. Everything else stays the text it is; HTML and links mean nothing.
 */
export function parseMarkdown(markdown: string): readonly Block[] {
  const lines = markdown.split(/\r?\n/)
  const blocks: Block[] = []
  let at = 0
  const take = (belongs: (line: string) => boolean): readonly string[] => {
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
      const quoted = take((next) => QUOTE.test(next)).map((next) => next.replace(QUOTE, ''))
      blocks.push({ type: 'quote', children: inlineLines(quoted) })
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      const mark = BULLET.test(line) ? BULLET : NUMBER
      const items = take((next) => mark.test(next)).map((item) => parseInline(item.replace(mark, '')))
      blocks.push({ type: 'list', ordered: mark === NUMBER, items })
    } else {
      at += 1
      blocks.push({ type: 'paragraph', children: inlineLines([line.replace(/^#{1,6}\s+/, ''), ...take(isPlain)]) })
    }
  }
  return blocks
}

function isPlain(line: string): boolean {
  return (
    line.trim() !== '' &&
    !QUOTE.test(line) &&
    !BULLET.test(line) &&
    !NUMBER.test(line) &&
    !line.trimStart().startsWith('|')
  )
}

function tableCells(row: string): readonly (readonly Inline[])[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.trim()))
}

function inlineLines(lines: readonly string[]): readonly Inline[] {
  return lines.flatMap((line, position) => (position === 0 ? parseInline(line) : [BREAK, ...parseInline(line)]))
}

const BREAK: Inline = { type: 'break' }
const INLINE = /\\([\\*`[\]|>#_-])|\*\*(.+?)\*\*|`([^`]+)`|\[(\d{1,3})\](?!\()/g

export function parseInline(text: string): readonly Inline[] {
  const nodes: Inline[] = []
  const pushText = (plain: string): void => {
    const last = nodes.at(-1)
    if (plain === '') return
    if (last?.type === 'text') nodes.splice(-1, 1, { type: 'text', text: last.text + plain })
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
