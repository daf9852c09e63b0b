import { Problem } from '../domain/problem.ts'
import type { Embedder } from './embedder.ts'
import { type CorpusIndex, openIndex } from './read-index.ts'
import { servedVersion } from './served-version.ts'

export interface IndexDoorOptions {
  /** How old the answer to "which index is served?" may be; default 200 ms. */
  readonly checkEveryMs?: number
  /** How long an index that was replaced stays open; must be longer than the longest request; default one minute. */
  readonly closeAfterMs?: number
}

/**
 * The index that is served, whichever that is at the moment: a newly ingested one is picked up without a restart. Take
 * `current()` once for each question, so that the whole answer comes from one version.
 */
export class IndexDoor {
  private readonly dataDir: string
  private readonly embedder: Embedder | null
  private readonly checkEveryMs: number
  private readonly closeAfterMs: number
  private readonly retired = new Map<CorpusIndex, NodeJS.Timeout>()
  private held: CorpusIndex | null = null
  private checkedAt = Number.NEGATIVE_INFINITY
  private checking: Promise<CorpusIndex> | null = null
  private refused: Problem | null = null
  /** Why the index that is held must not be read on: its store proved damaged after it was opened. */
  private condemned: Problem | null = null

  constructor(dataDir: string, embedder: Embedder | null, options: IndexDoorOptions = {}) {
    this.dataDir = dataDir
    this.embedder = embedder
    this.checkEveryMs = options.checkEveryMs ?? 200
    this.closeAfterMs = options.closeAfterMs ?? 60_000
  }

  /** Why the newest index could not be opened while an older one goes on serving; null where all is well. */
  get problem(): Problem | null {
    return this.condemned ?? this.refused
  }

  /**
   * Throws Problem "index-missing", "index-damaged" or "index-embedder" only while no index was
   * ever opened, or where the one that is open proves damaged.
   */
  async current(): Promise<CorpusIndex> {
    if (this.held && !this.condemned && performance.now() - this.checkedAt < this.checkEveryMs) return this.held
    this.checking ??= this.check().finally(() => {
      this.checking = null
    })
    return this.checking
  }

  /** Closes every index this door has open. */
  close(): void {
    for (const [index, timer] of this.retired) {
      clearTimeout(timer)
      index.close()
    }
    this.retired.clear()
    this.held?.close()
    this.held = null
  }

  private async check(): Promise<CorpusIndex> {
    try {
      const served = await servedVersion(this.dataDir)
      if (!this.held || (served !== null && served !== this.held.version)) await this.takeUp()
      this.refused = null
    } catch (error) {
      if (!this.held || !(error instanceof Problem)) throw error
      this.refused = error
    }
    if (!this.held) throw new Problem('internal', 'the door to the index was closed while it was opened')
    if (this.condemned) throw this.condemned
    this.checkedAt = performance.now()
    return this.held
  }

  private async takeUp(): Promise<void> {
    const next = await openIndex(this.dataDir, this.embedder)
    if (this.held) this.retire(this.held)
    this.held = next
    this.condemned = null
    void next.checked.then((problem) => {
      if (this.held === next) this.condemned = problem
    })
  }

  /** Questions under way still read it; it is closed when the last of them must be done. */
  private retire(index: CorpusIndex): void {
    const timer = setTimeout(() => {
      this.retired.delete(index)
      index.close()
    }, this.closeAfterMs)
    timer.unref()
    this.retired.set(index, timer)
  }
}
