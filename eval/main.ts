import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type GoldQuestion, readGold, UnusableGold } from './gold.ts'
import { accuracy, misses, scoreboard } from './report.ts'
import { evaluate, type Result } from './run.ts'
import { ingestInto, ServerFailed, serverAt, whileServing } from './server-under-test.ts'
import { readSettings, type Settings, UnusableArguments, USAGE } from './settings.ts'
import { disclosureFiles, readSources } from './sources.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const SHARED_GOLD = path('../../shared/gold/questions.jsonl')
const SHARED_DOCUMENTS = path('../../shared/documents')
const DEMO_GOLD = path('./cases/demo.jsonl')
const DEMO_CORPUS = path('./corpus')

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const warn = (line: string): boolean => process.stderr.write(`${line}\n`)

/** The documents and the questions go together: both the shared ones, or both the demo's. */
function defaults(): { gold: string; docs: string } {
  return existsSync(SHARED_GOLD) && existsSync(SHARED_DOCUMENTS)
    ? { gold: SHARED_GOLD, docs: SHARED_DOCUMENTS }
    : { gold: DEMO_GOLD, docs: DEMO_CORPUS }
}

function questionsOf(settings: Settings): GoldQuestion[] {
  const files = settings.files.length > 0 ? settings.files : [defaults().gold]
  const questions = files.flatMap(readGold)
  const { only } = settings
  const chosen = only === undefined ? questions : questions.filter((question) => only.includes(question.id))
  if (chosen.length === 0) throw new UnusableArguments('no questions to ask')
  return chosen
}

/** Gives `use` the address of a server over the wanted data, and cleans up after it whatever happens. */
async function withServer<T>(settings: Settings, docs: string, use: (url: string) => Promise<T>): Promise<T> {
  if (settings.url !== undefined) return use(settings.url)
  if (settings.data !== undefined) return whileServing(settings.data, use)
  const temporary = mkdtempSync(join(tmpdir(), 'budget-chat-eval-'))
  try {
    warn(`ingesting ${docs} into a temporary folder`)
    await ingestInto(
      temporary,
      disclosureFiles(docs).map((file) => join(docs, file)),
    )
    return await whileServing(temporary, use)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function tell(results: readonly Result[], settings: Settings): number {
  say(scoreboard(results))
  if (settings.misses) say(misses(results))
  if (settings.json !== undefined) writeFileSync(settings.json, `${JSON.stringify(results, null, 1)}\n`)
  if (settings.min === undefined || accuracy(results) >= settings.min) return 0
  say(`accuracy ${(100 * accuracy(results)).toFixed(1)}% is below ${settings.min}`)
  return 1
}

async function run(args: readonly string[]): Promise<number> {
  const settings = readSettings(args)
  const questions = questionsOf(settings)
  const docs = settings.docs ?? defaults().docs
  if (!existsSync(docs)) throw new UnusableArguments(`no such folder: ${docs}`)
  const sources = readSources(docs)
  const results = await withServer(settings, docs, (url) =>
    evaluate(questions, serverAt(url, settings.mode), sources, settings.concurrency),
  )
  return tell(results, settings)
}

/** Exit status: 0; 1 below --min; 2 for unusable arguments or gold; 3 where no server could be started. */
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UnusableArguments) {
    warn(`${error.message}\n${USAGE}`)
    process.exitCode = 2
  } else if (error instanceof UnusableGold) {
    warn(error.message)
    process.exitCode = 2
  } else if (error instanceof ServerFailed) {
    warn(error.message)
    process.exitCode = 3
  } else throw error
}
