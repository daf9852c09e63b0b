/** How a question says the pieces of names: asked of every fact, and found once a piece. */
export class SaidGrams {
  /** The question in comparable spelling. */
  readonly question: string
  readonly #forms: readonly string[]
  readonly #said = new Map<string, boolean>()
  readonly #within = new Map<string, readonly string[]>()

  /** `forms` are the official names of what the question says. */
  constructor(question: string, forms: readonly string[]) {
    this.question = question
    this.#forms = forms
  }

  isSaid(gram: string): boolean {
    const known = this.#said.get(gram)
    if (known !== undefined) return known
    const said = this.question.includes(gram)
    this.#said.set(gram, said)
    return said
  }

  /** Share of the pieces that the question says, 0 to 1; 0 where there are none. */
  share(grams: readonly string[]): number {
    return grams.length === 0 ? 0 : grams.filter((gram) => this.isSaid(gram)).length / grams.length
  }

  /** Share of the pieces that the question says itself, or by an official name that stands in `name`. */
  shareByName(grams: readonly string[], name: string): number {
    if (grams.length === 0) return 0
    const said = grams.filter((gram) => this.isSaid(gram) || this.#formsWith(gram).some((form) => name.includes(form)))
    return said.length / grams.length
  }

  #formsWith(gram: string): readonly string[] {
    const known = this.#within.get(gram)
    if (known) return known
    const within = this.#forms.filter((form) => form.includes(gram))
    this.#within.set(gram, within)
    return within
  }
}
