/** Markup that is safe to send: made by {@link html} only. */
export class Markup {
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** @internal For {@link html}, which escapes what it is given. */
  static joined(text: string): Markup {
    return new Markup(text)
  }
}

type Value = string | number | Markup | readonly Markup[] | null

/** A template that escapes every value but markup, in text and in quoted attributes alike; null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return Markup.joined(strings.map((string, position) => string + rendered(values[position] ?? null)).join(''))
}

function rendered(value: Value): string {
  if (value === null) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return value.map(({ text }) => text).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return replaceInvisible(text, () => '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/**
 * Characters that a reader does not see but that change what is seen (direction overrides, zero-width and control
 * characters); tab is not one of them. A document could use them to show another figure than it holds.
 */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

function replaceInvisible(text: string, replacement: (sign: string) => string): string {
  return text.replace(new RegExp(INVISIBLE, 'gu'), replacement)
}

/** The text as markup in which invisible characters are written out as their code points. */
export function visible(text: string): Markup {
  const parts = text.split(new RegExp(`(${INVISIBLE.source})`, 'u'))
  return html`${parts.map((part, position) =>
    position % 2 === 0 ? html`${part}` : html`<span class="invisible">U+${codePoint(part)}</span>`,
  )}`
}

function codePoint(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
