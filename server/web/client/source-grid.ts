import type { Picture } from './source-picture.ts'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Lets a cell be chosen by pointing or by the arrow keys, and shows where it is printed. */
export function followGrid(grid: HTMLTableElement | null, picture: Picture | null): void {
  const body = grid?.tBodies[0]
  if (!grid || !body) return
  body.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTableCellElement) choose(target, grid, picture)
  })
  body.addEventListener('keydown', (event) => {
    const step = STEPS[event.key]
    if (!step || !(event.target instanceof HTMLTableCellElement)) return
    const next = neighbour(event.target, body, step)
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}

function neighbour(
  cell: HTMLTableCellElement,
  body: HTMLTableSectionElement,
  [down, right]: readonly [number, number],
): HTMLTableCellElement | undefined {
  const row = cell.parentElement instanceof HTMLTableRowElement ? cell.parentElement.sectionRowIndex : 0
  return body.rows[row + down]?.cells[cell.cellIndex + right]
}

function choose(cell: HTMLTableCellElement, grid: HTMLTableElement, picture: Picture | null): void {
  for (const reachable of grid.querySelectorAll<HTMLElement>('td[tabindex="0"]')) reachable.tabIndex = -1
  cell.tabIndex = 0
  light(cell, grid)
  const { line, page, box = '' } = cell.dataset
  for (const shown of document.querySelectorAll('.lines .chosen')) shown.classList.remove('chosen')
  const printed = line === undefined ? null : document.getElementById(`L${line}`)
  printed?.classList.add('chosen')
  if (printed) scrollInside(printed)
  if (page !== undefined) picture?.show(Number(page), box)
}

/** The row and the column of a cell, as those of the cited one are lit. */
function light(cell: HTMLTableCellElement, grid: HTMLTableElement): void {
  for (const lit of grid.querySelectorAll('.lit')) lit.classList.remove('lit')
  cell.parentElement?.classList.add('lit')
  for (const row of grid.rows) {
    let column = 0
    for (const other of row.cells) {
      const covers = column <= cell.cellIndex && cell.cellIndex < column + other.colSpan
      if (covers) other.classList.add('lit')
      column += other.colSpan
    }
  }
}

/** Within the text only, so that the table under the pointer stays where it is. */
function scrollInside(printed: HTMLElement): void {
  const lines = printed.closest('.lines')
  if (!lines || lines.scrollHeight <= lines.clientHeight) return
  const [own, around] = [printed.getBoundingClientRect(), lines.getBoundingClientRect()]
  lines.scrollTop += own.top - around.top - around.height / 2
}
