import { html, type Markup, visible } from './html.ts'
import { inLanguage, type PageLanguage } from './page-language.ts'
import type { ShownFinding } from './source-view.ts'
import type { SourceWords } from './source-words.ts'

interface FindingLists {
  readonly language: PageLanguage
  readonly words: SourceWords
  /** Whether it stands in what is looked at; null where nothing in particular is. */
  readonly isHere: ((shown: ShownFinding) => boolean) | null
}

/** What of the document does not agree: first what stands in the part that is looked at. */
export function findingList(findings: readonly ShownFinding[], { language, words, isHere }: FindingLists): Markup {
  const numbered = findings.map((shown, at) => ({ shown, number: at + 1 }))
  const item = ({ shown, number }: (typeof numbered)[number]) => findingItem(shown, number, language, words)
  if (numbered.length === 0) return section(words.findings, html`<p class="quiet">${words.noFindings}</p>`)
  if (!isHere) return section(words.allFindings(findings.length), html`<ul>${numbered.map(item)}</ul>`)
  const here = numbered.filter(({ shown }) => isHere(shown))
  const elsewhere = numbered.filter(({ shown }) => !isHere(shown))
  return html`${here.length > 0 ? section(words.findingsHere(here.length), html`<ul>${here.map(item)}</ul>`) : null}
${elsewhere.length > 0 ? html`<details class="findings"><summary>${words.findingsElsewhere(elsewhere.length)}</summary><ul>${elsewhere.map(item)}</ul></details>` : null}`
}

function section(title: string, content: Markup): Markup {
  return html`<section class="findings"><h2>${title}</h2>${content}</section>`
}

function findingItem(
  { finding, hrefs }: ShownFinding,
  number: number,
  language: PageLanguage,
  words: SourceWords,
): Markup {
  const { verdict, minor, title, message, computed, places } = finding
  const place = ({ raw, row, column }: (typeof places)[number], at: number): Markup =>
    html`<a class="finding-place" href="${inLanguage(hrefs[at] ?? '', language)}"><bdi>${visible(placeName(raw, row, column))}</bdi></a> `
  return html`<li class="finding verdict-${verdict}" id="F${number}" tabindex="-1">
<p><span class="finding-number">${number}</span> <strong>${title[language]}</strong> <span class="badge">${words.verdicts[verdict]}</span>${minor ? html` <span class="badge">${words.minor}</span>` : null}</p>
<p>${visible(message[language])}</p>
${computed === '' ? null : html`<p class="computed">${visible(computed)}</p>`}
<p class="quiet">${words.places}: ${places.slice(0, FIRST_PLACES).map(place)}</p>
${places.length > FIRST_PLACES ? html`<details><summary>${words.morePlaces(places.length - FIRST_PLACES)}</summary><p class="quiet">${places.slice(FIRST_PLACES).map((other, at) => place(other, at + FIRST_PLACES))}</p></details>` : null}
</li>
`
}

const FIRST_PLACES = 3
const MOST_LETTERS = 60

function placeName(raw: string, row: readonly string[], column: readonly string[]): string {
  const path = [row.at(-1) ?? '', column.at(-1) ?? ''].filter((part) => part !== '').join(' / ')
  const name = path === '' ? raw : `${raw} (${path})`
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name
}
