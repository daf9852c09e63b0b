/** Conversations remembered; the one used longest ago goes first. */
const MOST = 10_000

/** The last full question of each conversation, in memory only: what was asked before a restart must be asked again. */
export class Conversations {
  readonly #questions = new Map<string, string>()

  lastOf(conversationId: string): string | null {
    return this.#questions.get(conversationId) ?? null
  }

  remember(conversationId: string, question: string): void {
    this.#questions.delete(conversationId)
    this.#questions.set(conversationId, question)
    const [oldest] = this.#questions.keys()
    if (this.#questions.size > MOST && oldest !== undefined) this.#questions.delete(oldest)
  }
}
