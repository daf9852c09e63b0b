import './source.css'

// A link with #L214 scrolls by itself; this is for links that give the place only, and for long lines.
const cited = document.querySelector('.cited mark') ?? document.querySelector('.line.cited, .cell.cited')
cited?.scrollIntoView({ block: 'center', inline: 'nearest' })
