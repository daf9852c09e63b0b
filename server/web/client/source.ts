import './source.css'
import { showCitedPlaces } from './cited-places.ts'
import { chooseTheme, chosenTheme } from './preferences.ts'
import { followGrid } from './source-grid.ts'
import { openPicture } from './source-picture.ts'

chooseTheme(chosenTheme())
const picture = openPicture(document.querySelector<HTMLElement>('.page-picture'))
followGrid(document.querySelector('[role=grid]'), picture)
// Browsers follow a link with #L214 until the page is loaded and drawn.
if (document.readyState === 'complete') showCited()
else addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(showCited)))
showCitedPlaces(localStorage, location, document.querySelector('.source-header'))

/** Everything that is looked at stands in sight at once, where there is room for it. */
function showCited(): void {
  const cited = document.querySelector('.cited mark') ?? document.querySelector('.line.cited, .cell.cited')
  const framed = document.getElementById('framed')
  framed?.scrollIntoView({ block: 'center', inline: 'center' })
  cited?.scrollIntoView({ block: 'center', inline: 'nearest' })
  // Where both stand side by side, or the page is drawn, what is looked at first stands at the top.
  const beside = matchMedia('(min-width: 70rem)').matches && framed !== null
  if (picture || (framed && !beside)) scrollTo({ top: 0 })
}
