import type { Language } from './words.ts'

/** What the script tag, or the element itself, says by its `data-` attributes. */
export interface WidgetSettings {
  /** Where the server is found that the script came from, without a slash at its end. */
  readonly server: string
  readonly language: Language
  readonly position: 'left' | 'right'
  /** "#rrggbb"; null leaves the colour as it is. */
  readonly color: string | null
  /** null for the usual words. */
  readonly greeting: string | null
  /** Answers are sought in the documents of this organisation only. */
  readonly organization: string | undefined
}

/** What `data-` attributes may be set; whatever they hold, a widget comes of it. */
export const WIDGET_ATTRIBUTES = ['color', 'language', 'position', 'greeting', 'organization', 'theme'] as const

export function widgetSettings(dataset: DOMStringMap, server: string, pageLanguage: string): WidgetSettings {
  const { color = '', language, position, greeting = '', organization = '' } = dataset
  const inChinese = (language ?? pageLanguage).toLowerCase().startsWith('zh')
  return {
    server,
    language: inChinese ? 'zh' : 'en',
    position: position === 'left' ? 'left' : 'right',
    color: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? wholeColor(color) : null,
    greeting: greeting.trim() === '' ? null : greeting.trim(),
    organization: organization.trim() === '' ? undefined : organization.trim(),
  }
}

function wholeColor(color: string): string {
  return color.length === 7 ? color : `#${[...color.slice(1)].map((digit) => digit + digit).join('')}`
}

/** Black or white, whichever can be read on a colour (relative luminance of WCAG 2). */
export function inkOn(color: string): '#000000' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000000' : '#ffffff'
}
