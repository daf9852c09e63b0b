const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Slack has no escape for its own signs; their full-width forms mean nothing to it and look the same. */
const INERT: Readonly<Record<string, string>> = { '*': '＊', _: '＿', '~': '～', '`': '｀' }

/** A text in which Slack finds nothing to obey but its entities: `&`, `<` and `>` are all it asks to have escaped. */
export function withEntities(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** One line of a text from outside, in which nothing is formatting, a mention, a link or an emoji. */
export function plainLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[*_~`]/g, (sign) => INERT[sign] ?? sign)
    .replace(/:(?=[\w+'-]+:)/g, '：')
    .trim()
}

/** The same for a place where Slack reads mrkdwn. */
export function inert(text: string): string {
  return withEntities(plainLine(text))
}

/** A link; the words alone where the address is no address of the web or too long to be worth its room. */
export function link(url: string | null, words: string): string {
  if (url === null || url.length > 1500 || !/^https?:\/\//.test(url)) return inert(words)
  const address = url.replace(/[<>|\s*`]/g, (sign) => encodeURIComponent(sign).replace('*', '%2A'))
  return `<${withEntities(address)}|${inert(words).replaceAll('|', '｜') || '…'}>`
}

/** Bold, set apart from letters beside it: Slack sees no bold inside a word, and takes Chinese for words. */
export function bold(text: string): string {
  const words = inert(text)
  return words === '' ? '' : `*${words}*`
}

/**
 * At most `most` characters of mrkdwn, with … where something was cut off; no entity is cut, and bold that was begun
 * ends.
 */
export function cut(mrkdwn: string, most: number): string {
  if (mrkdwn.length <= most) return mrkdwn
  let kept = ''
  for (const [piece] of mrkdwn.matchAll(/<[^<>]*>|&(?:amp|lt|gt);|./gsu)) {
    // Room for the ellipsis and the end of bold.
    if (kept.length + piece.length > most - 2) break
    kept += piece
  }
  const open = (kept.replace(/<[^<>]*>/g, '').match(/\*/g)?.length ?? 0) % 2 === 1
  return `${kept}…${open ? '*' : ''}`
}

const INLINE = /\\([\\*`[\]|>#_-])|\*\*(.+?)\*\*/g

/** A line of an answer's Markdown as mrkdwn: bold, quotations and bullets; all else is text. */
export function fromMarkdown(line: string): string {
  const quoted = /^\s{0,3}>\s?/.exec(line)?.[0]
  if (quoted !== undefined) return `> ${inlineFrom(line.slice(quoted.length))}`
  const bullet = /^\s{0,3}[-*•]\s+/.exec(line)?.[0]
  return bullet === undefined ? inlineFrom(line) : `• ${inlineFrom(line.slice(bullet.length))}`
}

function inlineFrom(line: string): string {
  let text = ''
  let at = 0
  const add = (piece: string) => {
    if (piece === '') return
    const apart = text === '' || /[\s(]$/.test(text) ? '' : ' '
    text += piece.startsWith('*') ? `${apart}${piece}` : /\*$/.test(text) && /^\p{L}/u.test(piece) ? ` ${piece}` : piece
  }
  for (const match of line.matchAll(INLINE)) {
    add(spaced(line.slice(at, match.index)))
    const [whole, sign, strong] = match
    add(sign === undefined ? bold((strong ?? '').replace(/\\([\\*`[\]|>#_-])/g, '$1')) : inert(sign))
    at = match.index + whole.length
  }
  add(spaced(line.slice(at)))
  return text.trim()
}

/** Like {@link inert}, with the blanks at the ends that part it from what stands beside it. */
function spaced(text: string): string {
  const words = inert(text)
  if (words === '') return text === '' ? '' : ' '
  return `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`
}
