import type { Place } from '../../domain/place.ts'
import type { Flow } from './flow.ts'

/** The same flow, said at another place: a note is cited where it is referred to. */
export function flowAt(flow: readonly Flow[], place: Place): Flow[] {
  return flow.map((item): Flow => {
    if (item.kind === 'picture') return { ...item, place }
    if (item.kind === 'line') return { ...item, pieces: item.pieces.map(({ text }) => ({ text, place })) }
    return { ...item, cells: item.cells.map((cell) => ({ ...cell, content: flowAt(cell.content, place) })) }
  })
}
