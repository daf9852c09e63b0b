import type { Listener } from './assistant.ts'

/** What a listener was told of an answer before it was whole: its beginning, so that the rest can follow. */
export class Told {
  readonly #listener: Listener
  #text = ''

  constructor(listener: Listener) {
    this.#listener = listener
  }

  tell(text: string): void {
    if (text === '') return
    this.#text += text
    this.#listener.delta(text)
  }

  get isEmpty(): boolean {
    return this.#text === ''
  }

  /** The rest of the whole text. */
  end(whole: string): void {
    if (whole.startsWith(this.#text)) this.tell(whole.slice(this.#text.length))
  }
}
