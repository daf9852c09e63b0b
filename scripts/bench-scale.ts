import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Embedder } from '../ingest/index/embedder.ts'
import { LexicalEmbeddings } from '../ingest/index/lexical-embeddings.ts'
import { type CorpusIndex, IndexDoor, loadEmbedder } from '../ingest/index/open.ts'
import { ingestPaths } from '../ingest/pipeline.ts'
import { createAsker } from '../server/answer/ask.ts'
import { DOCUMENTS_A_UNIT, type ScaleDocument, scaleDocuments } from './scale-documents.ts'

// What a thousand documents cost: ingests changed copies of the demo corpus a hundred at a time, and asks at the first
// hundred and at all. Prints times and their ratios; it fails nobody. With --model the embedding model is at work,
// which takes most of the time of an ingest; without it the lexical fallback, so that the rest can be seen. Times are of
// the processor, since a busy machine says nothing of us; the elapsed time stands beside them.

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    step: { type: 'string' },
    model: { type: 'boolean' },
    keep: { type: 'string' },
  },
})
const total = Number(values.documents ?? 1000)
const step = Number(values.step ?? 100)

const QUESTIONS = [
  '“三公”经费是多少？',
  '公务用车运行费预算多少？',
  '基本支出和项目支出各多少？',
  '公用经费比上年减少了多少，为什么？',
  '项目支出有哪些？',
  'How much is the budget for travel?',
]
/** Units asked about at each size, and questions that name no unit. */
const UNITS_ASKED = 8
const UNNAMED = ['“三公”经费是多少？', '哪些单位有公务用车？', '政府采购预算为什么减少？']

function writeDocuments(folder: string, from: number, documents: readonly ScaleDocument[]): string {
  const target = join(folder, `documents-${from}`)
  mkdirSync(target)
  for (const { name, text } of documents) writeFileSync(join(target, name), text)
  return target
}

interface Asked {
  readonly named: number
  readonly unnamed: number
}

/** Milliseconds that this process has computed. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

async function askAll(door: IndexDoor, index: CorpusIndex): Promise<Asked> {
  const asker = createAsker(door)
  const records = index.documents()
  const units = Array.from({ length: UNITS_ASKED }, (_, at) => records[Math.floor((at * records.length) / UNITS_ASKED)])
  const named = units.flatMap((unit) =>
    QUESTIONS.map((text) => `${unit?.organization} ${unit?.fiscalYear ?? ''} ${text}`),
  )
  const times = async (questions: readonly string[]): Promise<number> => {
    const spent: number[] = []
    for (const question of [...questions, ...questions]) {
      const began = processorTime()
      await asker.ask({ question })
      spent.push(processorTime() - began)
    }
    return median(spent.slice(questions.length))
  }
  return { named: await times(named), unnamed: await times(UNNAMED) }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

async function atSize(dataDir: string, embedder: Embedder): Promise<Asked> {
  const began = performance.now()
  const door = new IndexDoor(dataDir, embedder)
  const index = await door.current()
  const opened = performance.now() - began
  const folder = join(dataDir, `index-${index.version}`)
  const size = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  const asked = await askAll(door, index)
  const count = index.documents().length
  const organizations = new Set(index.documents().map(({ organization }) => organization)).size
  console.log(
    `${count} documents of ${organizations} units: index ${megabytes(size)}, opened in ${seconds(opened)}, ` +
      `median answer ${asked.named.toFixed(0)} ms (unit named), ${asked.unnamed.toFixed(0)} ms (none named), ` +
      `memory ${megabytes(process.memoryUsage().rss)}`,
  )
  door.close()
  return asked
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'budget-chat-scale-'))
mkdirSync(folder, { recursive: true })
const dataDir = join(folder, 'data')
const embedder = values.model ? (await loadEmbedder()).embedder : new LexicalEmbeddings()
console.log(`embedder: ${embedder.id}; ${DOCUMENTS_A_UNIT} documents a unit`)
const documents = await scaleDocuments(total)
const spent: number[] = []
const answers: Asked[] = []
try {
  for (let from = 0; from < total; from += step) {
    const batch = documents.slice(from, from + step)
    const count = batch.length
    const paths = [writeDocuments(folder, from, batch)]
    const [began, busy] = [performance.now(), processorTime()]
    const { refused } = await ingestPaths({ paths, dataDir, embedder, onProgress: () => undefined })
    const elapsed = (performance.now() - began) / count
    spent.push((processorTime() - busy) / count)
    console.log(
      `documents ${from + 1} to ${from + count}: ${spent.at(-1)?.toFixed(0)} ms each (${elapsed.toFixed(0)} elapsed), ` +
        `${refused.length} refused, memory ${megabytes(process.memoryUsage().rss)}`,
    )
    if (from === 0 || from + step >= total) answers.push(await atSize(dataDir, embedder))
  }
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}
const ratio = (first = 0, last = 0): string => (last / first).toFixed(2)
console.log(`ingest of a document, last ${step} against first: ${ratio(spent[0], spent.at(-1))}`)
console.log(`answers at ${total} against ${step}, unit named: ${ratio(answers[0]?.named, answers.at(-1)?.named)}`)
console.log(`answers at ${total} against ${step}, none named: ${ratio(answers[0]?.unnamed, answers.at(-1)?.unnamed)}`)
