import type { PageHead } from './built-pages.ts'
import { html, type Markup } from './html.ts'
import { pageHead } from './page-head.ts'
import type { PageLanguage } from './page-language.ts'

/** Attributes of the script tag, as they were chosen; "" leaves one out. */
export interface TriedWidget {
  readonly color: string
  readonly language: PageLanguage
  readonly position: 'left' | 'right'
  readonly greeting: string
  readonly organization: string
}

const WORDS = {
  zh: {
    title: '试用网页组件',
    intro: '把下面这一行放进网页，右下角（或左下角）就会出现提问按钮。网页的来源须列入服务器的 ALLOWED_ORIGINS。',
    language: '语言',
    position: '位置',
    left: '左下',
    right: '右下',
    color: '颜色（#rrggbb）',
    greeting: '问候语',
    organization: '只回答这一单位（可不填）',
    apply: '试一试',
    home: '返回提问',
    security: '网页如有内容安全策略（CSP），须允许：',
  },
  en: {
    title: 'Try the widget',
    intro:
      'With this one line in a page, a button to ask appears in its corner. The page’s origin must be among the server’s ALLOWED_ORIGINS.',
    language: 'Language',
    position: 'Position',
    left: 'left',
    right: 'right',
    color: 'Colour (#rrggbb)',
    greeting: 'Greeting',
    organization: 'Answer about this organisation only (may be left out)',
    apply: 'Try it',
    home: 'Ask a question',
    security: 'A page with a Content-Security-Policy must allow:',
  },
} as const

/**
 * A page with the widget as it was chosen, and the line that puts it into another page; `server` is where other pages find
 * the server, without a slash at its end.
 */
export function widgetPage(tried: TriedWidget, server: string, head: PageHead): string {
  const words = WORDS[tried.language]
  const { language, position, color, greeting, organization } = tried
  const chosen = [
    ['language', language],
    ['position', position],
    ['color', color],
    ['greeting', greeting],
    ['organization', organization],
  ] as const
  const attributes = chosen.filter(([, value]) => value !== '')
  const { origin } = new URL(server)
  const snippet = `<script src="${server}/widget.js"${attributes.map(([name, value]) => ` data-${name}="${quoted(value)}"`).join('')} async></script>`
  return html`<!doctype html>
<html lang="${tried.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<title>${words.title} · Budget Chat</title>
${pageHead(head)}
<script src="/widget.js"${attributes.map(([name, value]) => html` data-${name}="${value}"`)} async></script>
</head>
<body>
<main>
<p><a href="/">← ${words.home}</a></p>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<pre tabindex="0"><code>${snippet}</code></pre>
<p>${words.security}</p>
<pre tabindex="0"><code>script-src ${origin}; connect-src ${origin}</code></pre>
<form method="get">
${choice('language', words.language, tried.language, { zh: '中文', en: 'English' })}
${choice('position', words.position, tried.position, { right: words.right, left: words.left })}
${field('color', words.color, tried.color)}
${field('greeting', words.greeting, tried.greeting)}
${field('organization', words.organization, tried.organization)}
<button>${words.apply}</button>
</form>
</main>
</body>
</html>
`.text
}

/** As it must stand between the quotes of an attribute. */
function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

function field(name: string, label: string, value: string): Markup {
  return html`<label>${label} <input name="${name}" value="${value}" maxlength="200"></label>`
}

function choice(name: string, label: string, chosen: string, options: Readonly<Record<string, string>>): Markup {
  return html`<label>${label} <select name="${name}">${Object.entries(options).map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`,
  )}</select></label>`
}
