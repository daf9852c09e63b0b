import type { JSX } from 'preact'
import type { Theme } from './preferences.ts'
import type { Language, Words } from './words.ts'

interface HeaderProps {
  readonly words: Words
  readonly language: Language
  readonly theme: Theme
  readonly setLanguage: (language: Language) => void
  readonly setTheme: (theme: Theme) => void
  readonly begin: () => void
  readonly showHistory: () => void
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark']

export function PageHeader(props: HeaderProps): JSX.Element {
  const { words, language, theme, setLanguage, setTheme, begin, showHistory } = props
  return (
    <header class="bar">
      <img src="/assets/icon.svg" alt="" width="32" height="32" />
      <div class="name">
        <h1>Budget Chat</h1>
        <p>{words.tagline}</p>
      </div>
      <nav class="tools" aria-label={words.title}>
        <a href="/documents">{words.documents}</a>
        <button type="button" onClick={begin}>
          {words.newConversation}
        </button>
        <button type="button" onClick={showHistory}>
          {words.history}
        </button>
        <label>
          <span class="unseen">{words.theme.name}</span>
          <select
            value={theme}
            onChange={(event) => setTheme(THEMES.find((one) => one === event.currentTarget.value) ?? 'system')}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {words.theme[one]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </nav>
    </header>
  )
}
