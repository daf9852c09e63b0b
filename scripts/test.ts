import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'

/** Everything a reviewer needs to trust the tree, in one run: the checks of the whole tree, then the tests. */
const CHECKS: readonly { readonly name: string; readonly command: string; readonly args: readonly string[] }[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'types of the page', command: 'tsc', args: ['--noEmit', '-p', 'server/web/client'] },
  { name: 'types of the tests in a browser', command: 'tsc', args: ['--noEmit', '-p', 'server/web/browser'] },
  { name: 'format and lint', command: 'biome', args: ['ci', '--error-on-warnings', '.'] },
  { name: 'type-aware lint, size and complexity', command: 'eslint', args: ['--max-warnings', '0', '.'] },
  { name: 'direction of dependencies', command: 'tsx', args: ['scripts/check-dependencies.ts'] },
  { name: 'dead code', command: 'knip', args: [] },
]
const APT_MS = 300_000
const TEST_REPORT = '.cache/tests.json'
const testReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
})

interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Runs a tool of node_modules/.bin in this terminal; whether it ended well. */
function run(name: string, command: string, args: readonly string[]): boolean {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const { status, error } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (error) console.error(error.message)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`)
  return status === 0
}

/**
 * The browser that some tests want, and a font for what it shows, from the system's packages, where this may install them.
 * Where it may not, those tests are skipped by name.
 */
function installBrowser(): void {
  const isThere = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(existsSync)
  if (isThere || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('\n── a browser for the tests of the pages')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: readonly string[]): boolean =>
    spawnSync('apt-get', [...args], { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: APT_MS }).status === 0
  const done = apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei')
  console.log(done ? 'ok: chromium installed' : 'chromium cannot be installed here: those tests are skipped')
}

function check({ name, command, args }: (typeof CHECKS)[number]): Outcome {
  const passed = run(name, command, args)
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** Counts the tests, and one failure more where they passed but coverage or anything else did not. */
function tests(): Outcome {
  mkdirSync('.cache', { recursive: true })
  rmSync(TEST_REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${TEST_REPORT}`]
  const ended = run('tests, with coverage', 'vitest', [
    'run',
    '--project',
    'unit',
    '--project',
    'browser',
    '--coverage',
    ...reporters,
  ])
  const report = readReport()
  const failed = report.numFailedTests === 0 && !ended ? 1 : report.numFailedTests
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests }
}

function readReport(): z.infer<typeof testReportSchema> {
  try {
    return testReportSchema.parse(JSON.parse(readFileSync(TEST_REPORT, 'utf8')))
  } catch {
    console.error(`${TEST_REPORT} was not written: the tests did not run to their end`)
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
  }
}

installBrowser()
const outcomes = [...CHECKS.map(check), tests()]
const sum = (kind: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[kind], 0)
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
process.exitCode = sum('failed') > 0 ? 1 : 0
