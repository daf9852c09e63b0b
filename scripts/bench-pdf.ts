import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractFacts, placeParagraphs } from '../ingest/facts/extract.ts'
import { readIdentity } from '../ingest/facts/identity.ts'
import { bareText } from '../ingest/read/pdf/bare-text.ts'
import { readPdf } from '../ingest/read/pdf/read-pdf.ts'
import { buildTables } from '../ingest/tables/build.ts'

// What reading a PDF into tables and facts costs beside the bare text of the same library: reads the files given several
// times over, once it is warm, and prints medians. Times are of the processor, since a busy machine says nothing of us;
// the elapsed time stands beside them. Passages and their vectors are no part of it. It fails nobody.

const ROUNDS = 9
/** Rounds before the code is compiled as well as it gets. */
const WARM_UP = 4
const FOLDERS = ['../shared/pdf', 'ingest/read/pdf/golden']

const STAGES = ['bare text', 'pages', 'identity', 'tables', 'facts'] as const
type Stage = (typeof STAGES)[number]

interface Spent {
  readonly busy: number
  readonly elapsed: number
}
type Round = Map<Stage, Spent>

function defaultFiles(): string[] {
  const folder = FOLDERS.find((name) => existsSync(name)) ?? '.'
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name))
}

/** Milliseconds that this process has computed. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function timed<Result>(round: Round, stage: Stage, work: () => Result | Promise<Result>): Promise<Result> {
  const [busy, began] = [processorTime(), performance.now()]
  const result = await work()
  const before = round.get(stage) ?? { busy: 0, elapsed: 0 }
  const elapsed = before.elapsed + performance.now() - began
  round.set(stage, { busy: before.busy + processorTime() - busy, elapsed })
  return result
}

interface AllRead {
  readonly round: Round
  readonly pages: number
  readonly facts: number
}

/** Every file once: its bare text, and all that is read of it before passages are cut. */
async function readAll(files: ReadonlyMap<string, Uint8Array>): Promise<AllRead> {
  const round: Round = new Map()
  let [pages, found] = [0, 0]
  for (const [file, bytes] of files) {
    pages += (await timed(round, 'bare text', () => bareText(bytes, file))).length
    const { lines, blocks } = await timed(round, 'pages', () => readPdf(bytes, file))
    const identity = await timed(round, 'identity', () => readIdentity(lines))
    const documentId = 'bench'
    const tables = await timed(round, 'tables', () => buildTables(blocks, documentId, [identity.organization]))
    const facts = await timed(round, 'facts', () =>
      extractFacts({ documentId, identity, paragraphs: placeParagraphs(blocks), tables, forms: [] }),
    )
    found += facts.length
  }
  return { round, pages, facts: found }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

const given = process.argv.slice(2)
const files = new Map((given.length > 0 ? given : defaultFiles()).map((path) => [path, readFileSync(path)]))
for (let round = 0; round < WARM_UP; round += 1) await readAll(files)
const rounds: AllRead[] = []
for (let round = 0; round < ROUNDS; round += 1) rounds.push(await readAll(files))

const { pages = 0, facts = 0 } = rounds[0] ?? {}
const spent = (what: keyof Spent, stages: readonly Stage[]): number =>
  median(rounds.map(({ round }) => stages.reduce((sum, stage) => sum + (round.get(stage)?.[what] ?? 0), 0)))
const [BARE, ...READING] = STAGES
const all = spent('busy', READING)
console.log(`${files.size} files, ${pages} pages, ${facts} facts; medians of ${ROUNDS} rounds, warm`)
console.log('stage       processor    elapsed   of the reading')
for (const stage of STAGES) {
  const [busy, elapsed] = [spent('busy', [stage]), spent('elapsed', [stage])]
  const share = stage === BARE ? '' : `${((100 * busy) / all).toFixed(0)} %`
  console.log(
    `${stage.padEnd(10)}${busy.toFixed(0).padStart(8)} ms${elapsed.toFixed(0).padStart(8)} ms${share.padStart(14)}`,
  )
}
const perSecond = (stages: readonly Stage[]): string => ((1000 * pages) / spent('elapsed', stages)).toFixed(0)
console.log(`pages a second: ${perSecond([BARE])} as bare text, ${perSecond(READING)} read into tables and facts`)
const ratio = (what: keyof Spent): string => (spent(what, READING) / spent(what, [BARE])).toFixed(2)
console.log(`reading against bare text: ${ratio('busy')} times its processor time, ${ratio('elapsed')} times elapsed`)
