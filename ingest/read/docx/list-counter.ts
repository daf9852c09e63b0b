import { listNumber } from '../list-number.ts'
import type { List, ListLevel } from './numbering.ts'
import type { ListPlace } from './styles.ts'

/** Counts the items of a file's lists in the order in which they come, as word processors do when they show them. */
export class ListCounter {
  readonly #lists: ReadonlyMap<string, List>
  /** Numbers of the last items, by family and level. */
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #restarted = new Set<string>()

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists
  }

  /** What stands in front of the next item ("一、", "（2）", "1.1 "); "" for a mark, or for no list. */
  next({ list: id, level }: ListPlace): string {
    const list = this.#lists.get(id)
    const own = list?.levels.get(level)
    if (!list || !own) return ''
    const counts = this.#counts.get(list.family) ?? new Map<number, number>()
    this.#counts.set(list.family, counts)
    this.#restart(id, list, level, counts)
    counts.set(level, (counts.get(level) ?? own.start - 1) + 1)
    for (const deeper of [...counts.keys()])
      if (deeper > level && !list.levels.get(deeper)?.goesOn) counts.delete(deeper)
    return own.bullet ? '' : label(own, list, counts)
  }

  /** The level of a list that a style's paragraphs are items of; the level given where none is. */
  levelOfStyle({ list, level }: ListPlace, style: string | null): ListPlace {
    const levels = this.#lists.get(list)?.levels ?? new Map<number, ListLevel>()
    const found = [...levels].find(([, { paragraphStyle }]) => style !== null && paragraphStyle === style)
    return { list, level: found?.[0] ?? level }
  }

  #restart(id: string, { restarts }: List, level: number, counts: Map<number, number>): void {
    const key = `${id} ${level}`
    const at = restarts.get(level)
    if (at === undefined || this.#restarted.has(key)) return
    this.#restarted.add(key)
    counts.set(level, at - 1)
  }
}

/** Marks that need no space behind them. */
const CLOSED = /[、）．。：]$/

function label({ text, figures }: ListLevel, { levels }: List, counts: ReadonlyMap<number, number>): string {
  const written = text.replace(/%([1-9])/g, (_, place: string) => {
    const level = levels.get(Number(place) - 1)
    const number = counts.get(Number(place) - 1) ?? level?.start ?? 1
    if (level?.style === null) return ''
    return listNumber(number, figures ? 'decimal' : (level?.style ?? 'decimal'))
  })
  return written === '' || CLOSED.test(written) ? written : `${written} `
}
