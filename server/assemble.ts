import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import { type CorpusIndex, IndexDoor, originalOf } from '../ingest/index/open.ts'
import { type IngestOptions, type IngestReport, ingestPaths } from '../ingest/pipeline.ts'
import { type Asker, createAsker } from './answer/ask.ts'
import type { Assistant } from './answer/assistant.ts'
import { publishFact, publishFinding } from './answer/citation.ts'
import { createAssistant } from './assist/assistant.ts'
import { embedderForAnswers, withIngestEmbedder } from './choose-embedder.ts'
import { assertMayListen, readSettings, type Settings } from './config.ts'
import { loadModel } from './model/load-model.ts'
import { createAuditLog } from './records/audit-log.ts'
import { createMetrics, type Holdings } from './records/metrics.ts'
import type { ModelMetrics } from './records/model-metrics.ts'
import { createApp } from './routes/app.ts'
import { type Listening, listen } from './routes/http-server.ts'
import { loadSlack } from './slack/load-slack.ts'
import { openUploads } from './uploads/uploads.ts'
import { warmUp } from './warm-up.ts'
import { openPageStore } from './web/page-store.ts'

/** Where the bundled demo corpus lies. */
export const DEMO_FOLDER = fileURLToPath(new URL('../eval/corpus/', import.meta.url))

const ASK_TIME_LIMIT_MS = 30_000

/** What answers questions about a data folder. */
export interface OpenAsker {
  readonly asker: Asker
  readonly door: IndexDoor
  /** Why the embedder is the fallback; null where the model is at work. */
  readonly fallbackReason: string | null
  /** Gives the files back. */
  readonly close: () => void
}

export async function openAsker(settings: Settings): Promise<OpenAsker> {
  const { door, fallbackReason } = await openDoor(settings)
  const asker = createAsker(door, await loadAssistant(settings, UNWATCHED))
  return { asker, door, fallbackReason, close: () => door.close() }
}

async function openDoor(settings: Settings): Promise<Pick<OpenAsker, 'door' | 'fallbackReason'>> {
  const { embedder, fallbackReason } = await embedderForAnswers(settings)
  return { door: new IndexDoor(settings.dataDir, embedder), fallbackReason }
}

/** Who is told what a language model is asked for, and what goes wrong around it. */
interface ModelWatch extends ModelMetrics {
  failed(error: unknown): void
}

const UNWATCHED: ModelWatch = { modelCalled: () => undefined, modelAnswered: () => undefined, failed: () => undefined }

/** Help from the language model that the settings name; null where they name none. */
async function loadAssistant({ openai }: Settings, watch: ModelWatch): Promise<Assistant | null> {
  const model = await loadModel(openai, { called: watch.modelCalled })
  if (!model) return null
  return createAssistant({ model, budgetMs: openai.budgetMs, onAnswer: watch.modelAnswered, onError: watch.failed })
}

/** The index without what searching by meaning needs; throws Problem "index-missing" where there is none. */
export async function openCorpus({
  dataDir,
}: Pick<Settings, 'dataDir'>): Promise<{ readonly corpus: CorpusIndex; readonly close: () => void }> {
  const door = new IndexDoor(dataDir, null)
  try {
    return { corpus: await door.current(), close: () => door.close() }
  } catch (error) {
    door.close()
    throw error
  }
}

export function ingest(options: Omit<IngestOptions, 'embedder'>): Promise<IngestReport> {
  const { openai } = readSettings({ data: options.dataDir })
  return withIngestEmbedder({ dataDir: options.dataDir, openai }, (embedder) => ingestPaths({ ...options, embedder }))
}

/** A server that listens, and its log. */
export interface Serving extends Listening {
  /** Writes into the log what went wrong with the process as a whole. */
  readonly logCrash: (error: unknown) => void
}

/** Serves a data folder until it is stopped. */
export async function serve(settings: Settings, log: Logger = createLog(settings)): Promise<Serving> {
  assertMayListen(settings)
  const { door, fallbackReason } = await openDoor(settings)
  const close = () => door.close()
  if (fallbackReason !== null)
    log.warn({ reason: fallbackReason }, 'the embedding model cannot be loaded; searching by words only')
  const { apiKeys, allowedOrigins, trustedProxies } = settings
  const audit = createAuditLog(settings, log)
  const metrics = createMetrics(() => holdings(door), { ofProcess: true, prices: settings.openai.prices })
  const failed = (error: unknown) => log.error({ err: error }, 'the language model was left out of an answer')
  const asker = createAsker(door, await loadAssistant(settings, { ...metrics, failed }))
  const uploads = await openUploads(settings.dataDir)
  const slack = await loadSlack(settings, {
    asker,
    askTimeLimitMs: ASK_TIME_LIMIT_MS,
    audit,
    metrics,
    log,
    publicUrl: settings.publicUrl,
  })
  const app = createApp({
    asker,
    door,
    publishFact,
    publishFinding,
    access: { apiKeys, allowedOrigins, trustedProxies },
    publicUrl: settings.publicUrl,
    log,
    audit,
    metrics,
    uploads,
    slack,
    pages: openPageStore(),
    original: (sha256) => originalOf(settings.dataDir, sha256),
    askTimeLimitMs: ASK_TIME_LIMIT_MS,
  })
  try {
    const listening = await listen(app, settings.host, settings.port, log)
    void warmUp(asker, door)
    slack?.start()
    return {
      address: listening.address,
      logCrash: (error) => log.fatal({ err: error }, 'an error that nobody caught'),
      stop: async (limitMs) => {
        await listening.stop(limitMs)
        await slack?.stop()
        uploads.close()
        await audit.close()
        close()
      },
    }
  } catch (error) {
    close()
    throw error
  }
}

/** What the door leads to now; null where it leads nowhere. */
async function holdings(door: IndexDoor): Promise<Holdings | null> {
  try {
    const index = await door.current()
    const documents = index.documents()
    const facts = documents.reduce((sum, document) => sum + document.facts, 0)
    return { documents: documents.length, facts, createdAt: index.createdAt }
  } catch {
    // Why there is none is told by /readyz and to whoever asks.
    return null
  }
}

/** The log goes to stderr: stdout is for what a command was asked for. */
function createLog({ logLevel }: Settings): Logger {
  return pino({ level: logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
}
