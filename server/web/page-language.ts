/** A language that the pages speak. */
export type PageLanguage = 'zh' | 'en'

/** The address of a view of a document, in a language. */
export function inLanguage(href: string, language: PageLanguage): string {
  const [address = '', hash] = href.split('#')
  const sign = address.includes('?') ? '&' : '?'
  return `${address}${sign}language=${language}${hash === undefined ? '' : `#${hash}`}`
}
