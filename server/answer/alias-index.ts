import type { Stretch } from './stretch.ts'

/** A name of an organisation, where it stands in a question. */
export interface AliasSpan extends Stretch {
  readonly organization: string
}

/** Shorter names are everyday words. */
export const SHORTEST_ALIAS = 3

interface Alias {
  readonly organization: string
  readonly name: string
  /** Its place in the list of all. */
  readonly order: number
}

/** The names of all organisations by their first characters: a question is gone through once, however many are held. */
export class AliasIndex {
  readonly #byStart = new Map<string, Alias[]>()

  /** Every name has at least {@link SHORTEST_ALIAS} characters. */
  constructor(organizations: readonly { readonly organization: string; readonly aliases: readonly string[] }[]) {
    const all = organizations.flatMap(({ organization, aliases }) => aliases.map((name) => ({ organization, name })))
    for (const [order, { organization, name }] of all.entries()) {
      const start = name.slice(0, SHORTEST_ALIAS)
      const beside = this.#byStart.get(start) ?? []
      beside.push({ organization, name, order })
      this.#byStart.set(start, beside)
    }
  }

  /** Every place where a name stands, the longest first, then in the order of the organisations. */
  spansIn(text: string): AliasSpan[] {
    const found: { readonly alias: Alias; readonly from: number }[] = []
    const next = new Map<Alias, number>()
    for (let from = 0; from + SHORTEST_ALIAS <= text.length; from += 1) {
      for (const alias of this.#byStart.get(text.slice(from, from + SHORTEST_ALIAS)) ?? []) {
        // A name does not overlap with itself.
        if (!text.startsWith(alias.name, from) || from < (next.get(alias) ?? 0)) continue
        next.set(alias, from + alias.name.length)
        found.push({ alias, from })
      }
    }
    return found
      .sort((a, b) => b.alias.name.length - a.alias.name.length || a.alias.order - b.alias.order || a.from - b.from)
      .map(({ alias: { organization, name }, from }) => ({ organization, from, to: from + name.length }))
  }
}
