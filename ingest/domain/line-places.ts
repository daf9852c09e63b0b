import { PackedPlaces } from './packed-places.ts'
import { boxAround, isSameSite, type Place, type Site } from './place.ts'
import { MAX_CITED_LINES } from './source.ts'

/** A site with the lines of the document that stand there, in reading order. */
export interface SitedLines {
  readonly site: Site
  readonly lines: readonly number[]
}

/** Where each line of a document is printed. */
export class LinePlaces {
  readonly #places: PackedPlaces

  private constructor(places: PackedPlaces) {
    this.#places = places
  }

  /** As {@link packed} gave them. */
  static unpacked(packed: Uint8Array): LinePlaces {
    return new LinePlaces(new PackedPlaces(packed))
  }

  /** `places[0]` is that of line 1. */
  static of(places: readonly Place[]): LinePlaces {
    return new LinePlaces(PackedPlaces.of(places))
  }

  /** The same on every machine. */
  get packed(): Uint8Array {
    return this.#places.bytes
  }

  /** How many lines there are. */
  get length(): number {
    return this.#places.length
  }

  /** Of a 1-based line; null where there is no such line. */
  at(line: number): Place | null {
    return this.#places.at(line)
  }

  /**
   * What may be cited for the lines `from` to `to` (1-based, inclusive), in reading order: a box on each of their pages,
   * each of their cells or paragraphs, as many lines of the file at once as a citation may span.
   */
  sites(from: number, to: number): SitedLines[] {
    const sited: { site: Site; readonly lines: number[] }[] = []
    for (let line = Math.max(1, from); line <= Math.min(to, this.length); line += 1) {
      const place = this.at(line)
      if (!place) continue
      const site = siteOf(place)
      const own = sited.find((other) => united(other.site, site) !== null)
      if (own) {
        own.site = united(own.site, site) ?? own.site
        own.lines.push(line)
      } else sited.push({ site, lines: [line] })
    }
    return sited
  }

  /** The lines that stand at a site, in reading order; on a page, those that lie inside its box. */
  linesAt(site: Site): number[] {
    return this.#linesWhere((place) => standsAt(place, site))
  }

  /** The lines of a page. */
  linesOnPage(page: number): number[] {
    return this.#linesWhere((place) => place.kind === 'page' && place.page === page)
  }

  #linesWhere(holds: (place: Place) => boolean): number[] {
    const lines: number[] = []
    for (let line = 1; line <= this.length; line += 1) {
      const place = this.at(line)
      if (place && holds(place)) lines.push(line)
    }
    return lines
  }
}

function siteOf({ confidence: _, ...place }: Place): Site {
  return place.kind === 'line' ? { kind: 'lines', from: place.line, to: place.line } : place
}

/** One site of two, where they may be cited as one; else null. */
function united(a: Site, b: Site): Site | null {
  if (a.kind === 'page' && b.kind === 'page')
    return a.page === b.page ? { kind: 'page', page: a.page, box: boxAround([a.box, b.box]) } : null
  if (a.kind === 'lines' && b.kind === 'lines') {
    const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)]
    return to - from < MAX_CITED_LINES ? { kind: 'lines', from, to } : null
  }
  return isSameSite(a, b) ? a : null
}

function standsAt(place: Place, site: Site): boolean {
  if (place.kind === 'line') return site.kind === 'lines' && site.from <= place.line && place.line <= site.to
  // What lies inside a box makes it no larger.
  const both = united(site, place)
  return both !== null && isSameSite(both, site)
}
