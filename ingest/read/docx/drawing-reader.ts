import type { Place } from '../../domain/place.ts'
import { said } from '../../domain/warning.ts'
import type { FlowPicture, PictureData } from '../flow/flow.ts'
import type { Attribute } from '../office/xml.ts'

/** A part of the file that the text refers to by an id. */
export interface ReferredPart {
  readonly name: string
  readonly load: () => Promise<PictureData>
}

/** What a drawing comes to: a picture, or the reason why nothing in it can be read. */
export type Drawn = { readonly picture: FlowPicture } | { readonly unread: ReturnType<typeof said> }

/** In English Metric Units, half an inch: what is smaller is an ornament, and shows no table. */
const LEAST_SIDE = 457_200

/** Reads what stands in a paragraph that is no text: pictures, charts, embedded files. */
export class DrawingReader {
  readonly #partOf: (id: string) => ReferredPart | null
  #words = ''
  #small = false
  /** Inside an embedded file, of which the picture shows but a part. */
  #embedded = 0

  constructor(partOf: (id: string) => ReferredPart | null) {
    this.#partOf = partOf
  }

  /** What the element is, standing at a place; null where it is nothing to tell of. */
  open(name: string, attribute: Attribute, place: Place): Drawn | null {
    if (name === 'docPr') this.#words = attribute('descr') || attribute('title') || ''
    else if (name === 'extent')
      this.#small = [attribute('cx'), attribute('cy')].some((side) => Number(side) < LEAST_SIDE)
    else if (name === 'object') this.#embedded += 1
    else if (name === 'OLEObject') return { unread: said('embeddedFile', { kind: attribute('ProgID') ?? 'unknown' }) }
    else if (name === 'chart') return { unread: said('chart') }
    else if (name === 'relIds') return { unread: said('diagram') }
    else if (name === 'altChunk') return { unread: said('embeddedPart') }
    else if (name === 'blip') return this.#picture(attribute('embed') ?? attribute('link'), place)
    else if (name === 'imagedata') return this.#picture(attribute('id'), place, attribute('title'))
    return null
  }

  close(name: string): void {
    if (name === 'object') this.#embedded -= 1
    if (name !== 'drawing' && name !== 'pict') return
    this.#words = ''
    this.#small = false
  }

  #picture(id: string | undefined, place: Place, title = ''): Drawn | null {
    if (id === undefined || this.#embedded > 0 || this.#small) return null
    const part = this.#partOf(id)
    const words = (this.#words || title).replace(/\s+/g, ' ').slice(0, LONGEST_WORDS)
    const name = [part?.name ?? '', words && `“${words}”`].filter((text) => text !== '').join(' ')
    return { picture: { kind: 'picture', name: name || 'outside the file', place, load: part?.load ?? null } }
  }
}

const LONGEST_WORDS = 60
