import './source.css'
import { showCitedPlaces } from './cited-places.ts'

// A link with #L214 scrolls by itself; this is for links that give the place only, and for long lines.
const cited = document.querySelector('.cited mark') ?? document.querySelector('.line.cited, .cell.cited')
const framed = document.getElementById('framed')
framed?.scrollIntoView({ block: 'nearest', inline: 'center' })
cited?.scrollIntoView({ block: 'center', inline: 'nearest' })
if (framed) scrollTo({ top: matchMedia('(min-width: 70rem)').matches ? scrollY : 0 })

showCitedPlaces(localStorage, location, document.querySelector('.source-header'))
