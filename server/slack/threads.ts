/** Messages remembered; the one noted longest ago goes first. */
const MOST = 20_000

/** Which conversation each message belongs to, in memory only: what was asked before a restart must be asked again. */
export class Threads {
  readonly #conversations = new Map<string, string>()

  /** The conversation that a message began or belongs to; null where it is none of ours. */
  conversationOf(channel: string, message: string): string | null {
    return this.#conversations.get(`${channel} ${message}`) ?? null
  }

  note(channel: string, message: string, conversation: string): void {
    this.#conversations.set(`${channel} ${message}`, conversation)
    const [oldest] = this.#conversations.keys()
    if (this.#conversations.size > MOST && oldest !== undefined) this.#conversations.delete(oldest)
  }
}
