import type { Language } from './words.ts'

export type Theme = 'system' | 'light' | 'dark'

const LANGUAGE_KEY = 'budget-chat-language'
const THEME_KEY = 'budget-chat-theme'

/** The language chosen in this browser, else that of the browser. */
export function chosenLanguage(): Language {
  const saved = localStorage.getItem(LANGUAGE_KEY)
  if (saved === 'zh' || saved === 'en') return saved
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** The look chosen in this browser, else that of the system. */
export function chosenTheme(): Theme {
  const saved = localStorage.getItem(THEME_KEY)
  return saved === 'light' || saved === 'dark' ? saved : 'system'
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(THEME_KEY, theme)
  document.documentElement.dataset.theme = theme
}
