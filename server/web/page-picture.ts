import { html, type Markup } from './html.ts'
import type { SourceView } from './source-view.ts'
import type { SourceWords } from './source-words.ts'

/**
 * Where the page that is looked at is drawn as it is printed, by a script that takes the file, the page and the box from
 * the attributes; without the script nothing is there.
 */
export function pagePicture(view: SourceView, line: number | null, words: SourceWords): Markup | null {
  if (view.pages === null) return null
  const { site } = view.cited ?? {}
  const place = line === null ? null : view.places?.at(line)
  const page = site && 'page' in site ? site.page : place?.kind === 'page' ? place.page : 1
  const box = site?.kind === 'page' ? site.box.join(',') : ''
  return html`<section class="page-picture" hidden data-file="${view.pages}" data-page="${page}" data-box="${box}">
<p class="page-turner"><button type="button" data-turn="-1">← ${words.previousPage}</button> <span role="status" data-text="${words.pageOf}"></span> <button type="button" data-turn="1">${words.nextPage} →</button></p>
<div class="page-canvas" role="region" aria-label="${words.picture}" tabindex="0"><div class="page-sheet"><canvas role="img" aria-label="${words.picture}"></canvas><div class="page-box" hidden></div></div></div>
<p class="failure" hidden>${words.pictureFailed}</p>
</section>`
}
