import type { Logger } from 'pino'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { Finding } from '../../ingest/domain/finding.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { Asker } from '../answer/ask.ts'
import type { PublishedFact, PublishedFinding } from '../answer/contract.ts'
import type { ApiKey } from '../config.ts'
import type { AuditLog } from '../records/audit-log.ts'
import type { Metrics } from '../records/metrics.ts'
import type { SlackDoor } from '../slack/door.ts'
import type { Uploads } from '../uploads/uploads.ts'
import type { PageStore } from '../web/page-store.ts'

/** The way to the index that is current now; throws Problem "index-missing" while there is none. */
export interface CorpusDoor {
  current(): Promise<CorpusReader & { readonly version: string }>
}

/** Who may call. */
export interface Access {
  /** Where there is none, only loopback hosts and origins are answered. */
  readonly apiKeys: readonly ApiKey[]
  readonly allowedOrigins: readonly string[]
  /** How many proxies in front write the client's address into X-Forwarded-For; 0 where clients come directly. */
  readonly trustedProxies: number
}

/** A fact as the contract publishes it. */
export type PublishFact = (fact: Fact, corpus: CorpusReader) => PublishedFact

/** A finding as the contract publishes it. */
export type PublishFinding = (finding: Finding, corpus: CorpusReader) => PublishedFinding

/** Everything the HTTP surface is made of; routes know nothing else of the program. */
export interface Parts {
  readonly asker: Asker
  readonly door: CorpusDoor
  readonly publishFact: PublishFact
  readonly publishFinding: PublishFinding
  readonly access: Access
  /** For absolute links, without a slash at the end; null where the address that was asked serves. */
  readonly publicUrl: string | null
  readonly log: Logger
  readonly audit: AuditLog
  readonly metrics: Metrics
  readonly uploads: Uploads
  /** Where Slack's requests go in; null where Slack is not configured. */
  readonly slack: Pick<SlackDoor, 'http'> | null
  readonly pages: PageStore
  /** Path of a held file by its SHA-256, where it is kept as it was given; else null. */
  readonly original: (sha256: string) => Promise<string | null>
  /** How long a question may take before it is answered with Problem "timeout". */
  readonly askTimeLimitMs: number
  /** The clock of the rate limits, in milliseconds, where it is another than the machine's: tests let it stand. */
  readonly now?: () => number
}
