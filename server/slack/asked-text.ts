/**
 * The question in a text as Slack sends it: without the names of people it is addressed to, links and channels as they are
 * shown, entities undone.
 */
export function askedText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => shown(inner))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
}

function shown(inner: string): string {
  const [address = '', label] = inner.split('|')
  if (/^[@!]/.test(address)) return ' '
  if (address.startsWith('#')) return label ?? ''
  return label ?? address
}
