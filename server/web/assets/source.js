// A link with #L214 scrolls by itself; this is for links that give the lines only, and for long lines.
const cited = document.querySelector('.line.cited mark') ?? document.querySelector('.line.cited')
cited?.scrollIntoView({ block: 'center', inline: 'nearest' })
