/** Where a sentence ends: a full stop of either script; an ASCII one only where nothing but white space follows. */
const END = /[。！？!?；]["”’）)]*|\.(?=\s)|\n/

/** Text beyond this without an end is no sentence that is wanted. */
const LONGEST = 600

/** What some models think aloud before they answer. */
const THOUGHT = /<think>[\s\S]*?<\/think>/g

/** Cuts a text that comes in pieces into its sentences, each as soon as it is whole. */
export class SentenceReader {
  #rest = ''
  /** Whether the sentence that is being read is too long and is thrown away to its end. */
  #skipping = false

  /** The sentences that are whole by now. */
  add(piece: string): string[] {
    this.#rest = `${this.#rest}${piece}`.replace(THOUGHT, '\n')
    if (this.#rest.includes('<think>')) return []
    const whole: string[] = []
    for (let end = END.exec(this.#rest); end; end = END.exec(this.#rest)) {
      const cut = end.index + end[0].length
      if (!this.#skipping) whole.push(this.#rest.slice(0, cut).trim())
      this.#skipping = false
      this.#rest = this.#rest.slice(cut)
    }
    if (this.#rest.length > LONGEST) {
      this.#skipping = true
      this.#rest = ''
    }
    return whole.filter((sentence) => sentence !== '')
  }

  /** What is left where the text came to its own end; a text that was cut off leaves no sentence behind. */
  end(complete: boolean): string[] {
    const rest = this.#rest.trim()
    const whole = complete && !this.#skipping && rest !== '' && !rest.includes('<think>')
    this.#rest = ''
    return whole ? [rest] : []
  }
}
