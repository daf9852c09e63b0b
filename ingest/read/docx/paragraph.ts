import type { Place } from '../../domain/place.ts'
import type { Flow, FlowPicture } from '../flow/flow.ts'
import type { FlowWriter } from '../flow/flow-writer.ts'
import type { ListPlace } from './styles.ts'

/** What stands in a paragraph, in order. */
type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' | 'end' }
  | { readonly kind: 'picture'; readonly picture: FlowPicture }

/** A paragraph while it is read. */
export class Paragraph {
  readonly place: Place
  style: string | null = null
  outline: number | null = null
  /** Its own place in a list; undefined where its style tells. */
  list: string | undefined
  level: number | undefined
  /** Whether its end was taken back, so that the next one goes on with it. */
  joined = false
  /** Text that people do not see. */
  hidden = ''
  readonly #items: Item[] = []
  /** Text boxes that hang on it, and notes that it refers to. */
  readonly #below: Flow[] = []

  constructor(place: Place) {
    this.place = place
  }

  text(text: string): void {
    this.#items.push({ kind: 'text', text })
  }

  /** A line break; `end` where a new page or column begins. */
  break(end: boolean): void {
    this.#items.push({ kind: end ? 'end' : 'break' })
  }

  picture(picture: FlowPicture): void {
    this.#items.push({ kind: 'picture', picture })
  }

  below(flow: readonly Flow[]): void {
    this.#below.push(...flow)
  }

  /** Its own place in a list; null where it is in none, undefined where its style tells. */
  get listPlace(): ListPlace | null | undefined {
    if (this.list === undefined) return undefined
    return this.list === '0' ? null : { list: this.list, level: this.level ?? 0 }
  }

  /** Writes down what it says, behind the number that it carries. */
  write(writer: FlowWriter, number: string): void {
    if (number !== '') writer.text(number, this.place)
    for (const item of this.#items) {
      if (item.kind === 'text') writer.text(item.text, this.place)
      else if (item.kind === 'picture') writer.picture(item.picture)
      else if (item.kind === 'break') writer.lineBreak()
      else writer.paragraph()
    }
    if (this.#below.length > 0) writer.add(this.#below)
  }
}
