import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { type CorpusIndex, IndexDoor } from '../ingest/index/open.ts'
import { SampleEmbedder } from '../ingest/index/sample-embedder.ts'
import { ingestPaths } from '../ingest/pipeline.ts'
import { createAsker } from './answer/ask.ts'
import { WATER_BUDGET } from './answer/sample-water.ts'

/** What became of the ingests that were killed, by what was served afterwards. */
export interface Interruptions {
  /** Killed before the new index was served. */
  readonly before: number
  /** Killed after it. */
  readonly after: number
  /** Too late: the ingest had ended. */
  readonly ended: number
}

const PROCESS = fileURLToPath(new URL('./sample-ingest-process.ts', import.meta.url))
/** Processes started ahead, waiting: to start one takes longer than its ingest. */
const STARTED_AHEAD = 2
/** An ingest that takes so many milliseconds never ends. */
const HANGS = 60_000
/** The share of kills that fall among the last steps, which are short, and how many milliseconds these take about. */
const LATE = 0.5
const LAST_STEPS = 60
const embedder = new SampleEmbedder()

/** Two states of one corpus. What a document of one state prints, the other prints with another figure. */
const STATES = [
  { running: '8.70', total: '9.65' },
  { running: '9.70', total: '10.65' },
] as const
type State = (typeof STATES)[number]
/** Places that do not exist, so that nothing is known of them but what the documents say. */
const PLACES = ['青石县', '白沙县', '黄岩县']
/** Every other document is the same in both states. */
const changes = (place: string) => PLACES.indexOf(place) % 2 === 0

function writeState(source: string, state: State): void {
  mkdirSync(source, { recursive: true })
  for (const place of PLACES) {
    const named = WATER_BUDGET.text.replaceAll(/新疆维吾尔自治区博尔塔拉蒙古自治州|博州/g, place)
    const { running, total } = changes(place) ? state : STATES[0]
    writeFileSync(join(source, `${place}.md`), named.replaceAll('8.70', running).replaceAll('9.65', total))
  }
}

/** All that an index holds of every document, but for the hour of its ingest. */
async function contents(index: CorpusIndex): Promise<string> {
  const documents = index.documents().map(({ ingestedAt: _, ...record }) => ({
    record,
    lines: index.lines(record.id),
    tables: index.tables(record.id),
    facts: index.facts(record.id),
    chunks: index.chunks(record.id),
  }))
  for (const { record, chunks } of documents) {
    const found = await index.searchVectors(chunks[0]?.text ?? '', [record.id], chunks.length)
    expect(found.map(({ chunkId }) => chunkId).sort(), record.file).toEqual(chunks.map(({ id }) => id).sort())
    expect(found[0]?.score, record.file).toBeCloseTo(1)
  }
  return JSON.stringify(documents)
}

/** Opens the data folder as a server just started would, asks its headline question, and gives what is held. */
async function askAndRead(dataDir: string): Promise<{ readonly figure: string; readonly held: string }> {
  const door = new IndexDoor(dataDir, embedder)
  try {
    const question = `${PLACES[0]}水利局 2031 年“三公”经费里公务用车运行费是多少？`
    const { figures } = await createAsker(door).ask({ question })
    return { figure: figures[0]?.value ?? '', held: await contents(await door.current()) }
  } finally {
    door.close()
  }
}

/** When an ingest is killed: so long after its beginning, or after only its last steps (to disk, and served) were left. */
interface Moment {
  readonly after: 'beginning' | 'nearly done'
  readonly milliseconds: number
}

/** A process that waits to be told what to ingest. */
class Ingest {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>
  readonly #ready: Promise<unknown>

  constructor(dataDir: string) {
    this.#process = spawn(process.execPath, ['--import', 'tsx', PROCESS, dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.#ready = once(this.#process.stdout, 'data')
  }

  /** Ingests a folder until it is killed; how long that took where it ended before, else null. */
  async run(source: string, { after, milliseconds }: Moment): Promise<number | null> {
    await this.#ready
    const exited = once(this.#process, 'exit')
    const began = performance.now()
    this.#process.stdin.write(source)
    if (after === 'nearly done') await Promise.race([exited, once(this.#process.stdout, 'data')])
    const timer = setTimeout(() => this.kill(), milliseconds)
    await exited
    clearTimeout(timer)
    if (this.#process.signalCode !== null) return null
    expect(this.#process.exitCode).toBe(0)
    return performance.now() - began
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }
}

async function ingestHere(source: string, dataDir: string): Promise<void> {
  const { refused } = await ingestPaths({ paths: [source], dataDir, embedder, onProgress: () => undefined })
  expect(refused).toEqual([])
}

const sourceOf = (folder: string, state: number): string => join(folder, `source-${state}`)

/** What is held and answered in each state, from ingests that nobody disturbs. */
async function undisturbed(folder: string): Promise<readonly { readonly figure: string; readonly held: string }[]> {
  const expected: { readonly figure: string; readonly held: string }[] = []
  for (const [at, state] of STATES.entries()) {
    const [source, dataDir] = [sourceOf(folder, at), join(folder, `whole-${at}`)]
    writeState(source, state)
    await ingestHere(source, dataDir)
    const read = await askAndRead(dataDir)
    expect(read.figure).toBe(state.running)
    expected.push(read)
  }
  return expected
}

/**
 * Kills `kills` ingests of a changed corpus into one data folder, each at a moment that `random` chooses, and holds
 * what is served after each to one of the two whole states; at the end, the next ingest goes through and tidies up.
 */
export async function interruptIngests(folder: string, kills: number, random: () => number): Promise<Interruptions> {
  const expected = await undisturbed(folder)
  const dataDir = join(folder, 'data')
  await ingestHere(sourceOf(folder, 0), dataDir)
  let whole = (await new Ingest(dataDir).run(sourceOf(folder, 1), { after: 'beginning', milliseconds: HANGS })) ?? HANGS
  const moment = (): Moment =>
    random() < LATE
      ? { after: 'nearly done', milliseconds: random() * LAST_STEPS }
      : { after: 'beginning', milliseconds: random() * whole }
  const waiting = Array.from({ length: STARTED_AHEAD }, () => new Ingest(dataDir))
  const count = { before: 0, after: 0, ended: 0 }
  let served = 1
  for (let kill = 0; kill < kills; kill += 1) {
    waiting.push(new Ingest(dataDir))
    const next = 1 - served
    const ran = (await waiting.shift()?.run(sourceOf(folder, next), moment())) ?? null
    whole = Math.min(whole, ran ?? whole)
    const read = await askAndRead(dataDir)
    served = expected.findIndex(({ held }) => held === read.held)
    expect(served, `what is served after kill ${kill} is neither whole state`).toBeGreaterThanOrEqual(0)
    expect(read.figure).toBe(expected[served]?.figure)
    expect(indexFolders(dataDir).length).toBeLessThanOrEqual(3)
    count[ran !== null ? 'ended' : served === next ? 'after' : 'before'] += 1
  }
  for (const ingest of waiting) ingest.kill()
  await ingestHere(sourceOf(folder, served), dataDir)
  expect(readdirSync(dataDir).sort()).toEqual(['current', expect.stringMatching(/^index-/), 'lock.sqlite'])
  return count
}

function indexFolders(dataDir: string): string[] {
  return readdirSync(dataDir).filter((name) => name.startsWith('index-'))
}
