import { render } from 'preact'
import { serverOf } from './server-address.ts'
import styles from './widget.css?inline'
import { type WidgetControls, WidgetPanel } from './widget-panel.tsx'
import { inkOn, WIDGET_ATTRIBUTES, type WidgetSettings, widgetSettings } from './widget-settings.ts'

const script = document.currentScript
const SERVER = script instanceof HTMLScriptElement ? serverOf(script.src) : location.origin

/**
 * The widget: `<budget-chat>`, which draws itself in a tree of its own, so that neither its styles nor the page's reach the
 * other. Events "budget-chat:open", ":close", ":ask" (detail: question), ":answer" (question, answer) and ":error" tell the
 * page what happens; `open()`, `close()` and `ask(question)` are there for it to call.
 */
class BudgetChat extends HTMLElement {
  #controls: WidgetControls | null = null

  connectedCallback(): void {
    if (this.shadowRoot) return
    const settings = widgetSettings(this.dataset, SERVER, document.documentElement.lang)
    const root = this.attachShadow({ mode: 'open' })
    // A sheet made by script is no inline style: it holds under the strictest policy.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet]
    paint(this, settings)
    render(
      <WidgetPanel
        settings={settings}
        control={(controls) => {
          this.#controls = controls
        }}
        tell={(name, detail) =>
          this.dispatchEvent(new CustomEvent(`budget-chat:${name}`, { detail, bubbles: true, composed: true }))
        }
      />,
      root,
    )
  }

  open(): void {
    this.#controls?.open()
  }

  close(): void {
    this.#controls?.close()
  }

  ask(question: string): void {
    this.#controls?.ask(question)
  }
}

function paint(element: HTMLElement, { color }: WidgetSettings): void {
  if (color === null) return
  element.style.setProperty('--brand', color)
  element.style.setProperty('--brand-ink', inkOn(color))
}

/** The script tag is all that a page needs; one that places the element itself gets no second one. */
function place(): void {
  if (!script || document.querySelector('budget-chat')) return
  const element = document.createElement('budget-chat')
  for (const name of WIDGET_ATTRIBUTES) {
    const value = script.dataset[name]
    if (value !== undefined) element.dataset[name] = value
  }
  document.body.append(element)
}

if (!customElements.get('budget-chat')) customElements.define('budget-chat', BudgetChat)
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', place)
else place()
