/** For tests: a page with this body, in UTF-8. */
export function htmlPage(body: string): Uint8Array {
  return Buffer.from(`<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>${body}</body></html>`)
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** For tests: lines of a text as a page would have them: rows of tabs and pipes as tables, marks as tags. */
export function htmlOfLines(lines: readonly string[]): Uint8Array {
  let body = ''
  let open: 'p' | 'table' | null = null
  const go = (next: 'p' | 'table' | null, between = '') => {
    body += open === next ? between : `${open ? `</${open}>\n` : ''}${next ? `<${next}>` : ''}`
    open = next
  }
  for (const line of lines) {
    const cells = cellsOf(line)
    if (cells) {
      go('table')
      if (cells.some((cell) => !/^:?-+:?$/.test(cell)))
        body += `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>\n`
    } else if (line.trim() === '') go(null)
    else {
      const [, marks, words = line] = /^(#+) (.*)$/.exec(line) ?? []
      go(marks ? null : 'p', '<br>')
      body += marks ? `<h${marks.length}>${escaped(words)}</h${marks.length}>` : marked(words)
    }
  }
  go(null)
  return htmlPage(body)
}

function cellsOf(line: string): string[] | null {
  const inside = /^\|(.*)\|$/.exec(line)?.[1]
  if (inside === undefined && !line.includes('\t')) return null
  return (inside?.split('|') ?? line.split('\t')).map((cell) => cell.trim())
}

/** Bold is bold, and tags are tags. */
function marked(words: string): string {
  const bold = /^(?:\*\*(.*)\*\*|<b>(.*)<\/b>)$/.exec(words)
  return bold ? `<b>${escaped(bold[1] ?? bold[2] ?? '')}</b>` : words
}
