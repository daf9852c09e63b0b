import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { baselineOf, fallenBehind, readBaseline, writeBaseline } from './baseline.ts'
import { BASELINE, defaultGold, HTML_REPORT, SHARED, sharedIsHere } from './defaults.ts'
import { type Evaluation, runEvaluation } from './evaluation.ts'
import { type GoldQuestion, readGold, UnusableGold } from './gold.ts'
import { htmlReport } from './html.ts'
import { misses, terminalReport } from './report.ts'
import { ServerFailed } from './server-under-test.ts'
import { readSettings, type Settings, UnusableArguments, USAGE } from './settings.ts'
import { accuracy, summaryOf } from './summary.ts'

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const warn = (line: string): boolean => process.stderr.write(`${line}\n`)

const filesOf = ({ files }: Settings): readonly string[] => (files.length > 0 ? files : [defaultGold().gold])

function questionsOf(settings: Settings): GoldQuestion[] {
  const questions = filesOf(settings).flatMap(readGold)
  const { only } = settings
  const chosen = only === undefined ? questions : questions.filter((question) => only.includes(question.id))
  if (chosen.length === 0) throw new UnusableArguments('no questions to ask')
  return chosen
}

/** Tells how a whole run over the shared questions compares with the baseline, or makes it the baseline. */
function holdAgainstBaseline(evaluation: Evaluation, settings: Settings): void {
  if (settings['update-baseline']) {
    writeBaseline(BASELINE, baselineOf(evaluation))
    say(`baseline written: ${BASELINE}`)
    return
  }
  const whole = settings.only === undefined && filesOf(settings).join() === SHARED.gold
  if (!whole || !existsSync(BASELINE)) return
  const faults = fallenBehind(readBaseline(BASELINE), evaluation.results)
  say(faults.length === 0 ? 'the baseline holds' : ['behind the baseline:', ...faults].join('\n  '))
}

function writeReport(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function tell(evaluation: Evaluation, settings: Settings): number {
  const { results, stock } = evaluation
  say(terminalReport(evaluation))
  if (settings.misses) say(misses(results))
  holdAgainstBaseline(evaluation, settings)
  const html = settings.html ?? HTML_REPORT
  writeReport(html, htmlReport(evaluation, filesOf(settings).join(', ')))
  say(`report: ${html}`)
  if (settings.json !== undefined) {
    const summary = { ours: summaryOf(results), stock: stock && summaryOf(stock.results) }
    writeReport(settings.json, `${JSON.stringify({ summary, ...evaluation }, null, 1)}\n`)
  }
  if (settings.min === undefined || accuracy(results) >= settings.min) return 0
  say(`accuracy ${(100 * accuracy(results)).toFixed(1)}% is below ${settings.min}`)
  return 1
}

async function run(args: readonly string[]): Promise<number> {
  const settings = readSettings(args)
  const questions = questionsOf(settings)
  if (settings['update-baseline'] && !sharedIsHere())
    throw new UnusableArguments('--update-baseline: ../shared with its questions and documents is not here')
  const docs = settings.docs ?? defaultGold().docs
  if (!existsSync(docs)) throw new UnusableArguments(`no such folder: ${docs}`)
  const { url, data, mode, concurrency, quick } = settings
  const evaluation = await runEvaluation(questions, { docs, url, data, mode, concurrency, quick, onProgress: warn })
  return tell(evaluation, settings)
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
