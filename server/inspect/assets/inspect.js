// Lights what stands for one line of the document wherever it is shown, and moves through the grids with the arrow keys.
// What the document says goes nowhere but into textContent.

const status = document.getElementById('status')
/** @type {Element[]} */
let lit = []

/** @param {EventTarget | null} target */
function shownBy(target) {
  return target instanceof Element ? target.closest('[data-line]') : null
}

/** @param {Element | null} shown */
function light(shown) {
  for (const element of lit) element.classList.remove('lit')
  const line = shown?.getAttribute('data-line')
  lit = line ? [...document.querySelectorAll(`[data-line="${Number(line)}"]`)] : []
  for (const element of lit) element.classList.add('lit')
  const cell = lit.find((element) => element instanceof HTMLTableCellElement)
  if (status) status.textContent = describe(shown instanceof HTMLTableCellElement ? shown : (cell ?? shown))
}

/** @param {Element | undefined | null} shown */
function describe(shown) {
  if (!(shown instanceof HTMLTableCellElement)) return shown?.textContent ?? ''
  const row = shown.closest('tr')?.getAttribute('data-path') ?? ''
  return [row, shown.getAttribute('data-path'), shown.textContent].filter(Boolean).join('  →  ')
}

/** The cells of a grid are one stop of the Tab key; the arrow keys go from cell to cell. @param {HTMLElement} cell */
function moveTo(cell) {
  for (const stop of cell.closest('table')?.querySelectorAll('td[tabindex="0"]') ?? [])
    stop.setAttribute('tabindex', '-1')
  cell.setAttribute('tabindex', '0')
  cell.focus()
}

/** @type {Record<string, readonly [number, number]>} */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

document.addEventListener('pointerover', ({ target }) => {
  const shown = shownBy(target)
  if (shown) light(shown)
})
document.addEventListener('focusin', ({ target }) => {
  const shown = shownBy(target)
  if (shown) light(shown)
  const box = lit.find((element) => element instanceof SVGElement)
  if (shown instanceof HTMLTableCellElement) box?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
})
document.addEventListener('click', ({ target }) => {
  const shown = shownBy(target)
  const cell =
    shown instanceof HTMLTableCellElement ? shown : lit.find((element) => element instanceof HTMLTableCellElement)
  if (cell instanceof HTMLElement && shown) moveTo(cell)
})
document.addEventListener('keydown', (event) => {
  const step = STEPS[event.key]
  const cell = event.target
  if (!step || !(cell instanceof HTMLTableCellElement)) return
  const row = cell.closest('tr')
  const rows = [...(cell.closest('tbody')?.rows ?? [])]
  const next = row && rows[rows.indexOf(row) + step[0]]?.cells[cell.cellIndex + step[1]]
  if (!next) return
  event.preventDefault()
  moveTo(next)
})
// A link to a cell in doubt goes to the cell and selects it.
addEventListener('hashchange', () => {
  const cell = document.getElementById(location.hash.slice(1))
  if (cell instanceof HTMLTableCellElement) moveTo(cell)
})
for (const first of document.querySelectorAll('.grid tbody tr:first-child td:first-child'))
  first.setAttribute('tabindex', '0')
