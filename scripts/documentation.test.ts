import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PROBLEMS, Problem, type ProblemCode } from '../ingest/domain/problem.ts'
import { ASK_HELP } from '../server/cli/ask-command.ts'
import { CHECK_HELP } from '../server/cli/check-command.ts'
import { INGEST_HELP } from '../server/cli/ingest-command.ts'
import { INSPECT_HELP } from '../server/cli/inspect-command.ts'
import { LOOKUP_HELP } from '../server/cli/lookup-command.ts'
import { MCP_HELP } from '../server/cli/mcp-command.ts'
import { SERVE_HELP } from '../server/cli/serve-command.ts'
import { VERIFY_HELP } from '../server/cli/verify-command.ts'
import { readSettings } from '../server/config.ts'
import { openapi } from '../server/routes/openapi.ts'
import { problemDetails } from '../server/routes/problem-response.ts'

// README.md is held against the code. Each check is a function from the page's text to its faults, and is shown a page
// with a fault planted in it as well: a check that finds nothing there finds nothing.

const README = readFileSync('README.md', 'utf8')
const HELP: Readonly<Record<string, string>> = {
  ask: ASK_HELP,
  check: CHECK_HELP,
  ingest: INGEST_HELP,
  inspect: INSPECT_HELP,
  lookup: LOOKUP_HELP,
  mcp: MCP_HELP,
  serve: SERVE_HELP,
  verify: VERIFY_HELP,
}

type Check = (page: string) => readonly string[]

/** The rows of the table whose first header cell is `head`; cells without their outer blanks. */
function table(page: string, head: string): readonly (readonly string[])[] {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`))
  if (start < 0) return []
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'))
  return lines.slice(start + 2, start + length).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

function ticked(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
}

/** What one list has and the other lacks, in words. */
function differences(named: readonly string[], existing: readonly string[]): readonly string[] {
  return [
    ...existing.filter((name) => !named.includes(name)).map((name) => `not named: ${name}`),
    ...named.filter((name) => !existing.includes(name)).map((name) => `does not exist: ${name}`),
  ]
}

function isProblemCode(code: string): code is ProblemCode {
  return code in PROBLEMS
}

const errorCodes: Check = (page) => {
  const rows = table(page, 'code')
  const faults = rows.flatMap(([cell = '', status, meaning = '']) => {
    const code = ticked(cell)[0] ?? cell
    if (!isProblemCode(code)) return []
    return [
      ...(String(problemDetails(new Problem(code, '')).status) === status
        ? []
        : [`${code} has not the status ${status}`]),
      ...(meaning.startsWith(PROBLEMS[code]) ? [] : [`${code} does not mean: ${meaning}`]),
    ]
  })
  const named = rows.map(([cell = '']) => ticked(cell)[0] ?? cell)
  return [...differences(named, Object.keys(PROBLEMS)), ...faults]
}

/** The variables that the program asks the environment for. */
function settingNames(): readonly string[] {
  const names = new Set<string>()
  readSettings({}, new Proxy({}, { get: (_, name) => void names.add(String(name)) }))
  return [...names]
}

const settings: Check = (page) => {
  const rows = table(page, 'setting')
  const defaults = rows.flatMap(([cell = '', value = '']) => {
    const [name = ''] = ticked(cell)
    const [given] = ticked(value)
    const same =
      given === undefined ||
      JSON.stringify(readSettings({}, { [name]: given })) === JSON.stringify(readSettings({}, {}))
    return same ? [] : [`${name} is not ${given} by default`]
  })
  const inProse = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`|\b([A-Z]+(?:_[A-Z]+)*)=(?=\S)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  const unknown = inProse.filter((name) => name !== 'PARSER_VERSION' && !settingNames().includes(name))
  const named = rows.map(([cell = '']) => ticked(cell)[0] ?? cell)
  return [...differences(named, settingNames()), ...unknown.map((name) => `does not exist: ${name}`), ...defaults]
}

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) })

const commands: Check = (page) => {
  const existing = Object.keys(packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts)
  const named = [...page.matchAll(/\bnpm (?:run (?:-s )?|(?=start\b|test\b))([a-z][a-z:]*)/g)].map(
    (match) => match[1] ?? '',
  )
  const usages = [...page.matchAll(/\bnpm run (?:-s )?([a-z:]+) -- ([^\n`]*)/g)]
  const flags = usages.flatMap(([, name = '', rest = '']) =>
    [...rest.matchAll(/--[a-z]+/g)]
      .map(([flag]) => flag)
      .filter((flag) => HELP[name]?.includes(flag) === false)
      .map((flag) => `npm run ${name} has no ${flag}`),
  )
  return [...differences([...new Set(named)], existing), ...flags]
}

const addresses: Check = (page) => {
  const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(openapi())
  const existing = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  // Slack's own protocol, which it describes itself.
  const slack = ['POST /slack/events', 'POST /slack/commands']
  const pages = [
    ...slack,
    'GET /openapi.json',
    'GET /',
    'GET /documents',
    'GET /documents/{id}',
    'GET /widget.js',
    'GET /widget',
  ]
  const named = ticked(page).filter((text) => /^(?:GET|POST|PUT|DELETE) \//.test(text))
  return differences([...new Set(named)], [...existing, ...pages])
}

/** Folders that hold source code: a room each. */
function roomsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).some((name) => name.endsWith('.ts')),
    )
    .map((entry) => `${join(folder, entry.name)}/`)
}

const rooms: Check = (page) => {
  const named = table(page, 'room').flatMap(([cell = '']) => ticked(cell))
  const existing = [...roomsIn('ingest'), ...roomsIn('server'), 'prompts/', 'eval/', 'scripts/']
  return [
    ...existing.filter((room) => !named.includes(room)).map((room) => `not named: ${room}`),
    ...[...named, ...pathsIn(page)].filter((path) => !existsSync(path)).map((path) => `does not exist: ${path}`),
  ]
}

/** Paths of the tree named in the text. */
function pathsIn(page: string): readonly string[] {
  return ticked(page).filter((text) => /^(?:ingest|server|prompts|eval|scripts)\/[\w./-]*$/.test(text))
}

function links(folder: string): Check {
  return (page) =>
    [...page.matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !existsSync(join(folder, target)))
      .map((target) => `leads nowhere: ${target}`)
}

describe('the README', () => {
  const checks: readonly (readonly [
    what: string,
    check: Check,
    replaced: string | RegExp,
    planted: string,
    fault: string,
  ])[] = [
    ['names every error code', errorCodes, /\| `timeout` .*\n/, '', 'not named: timeout'],
    ['names no other error code', errorCodes, '| `timeout` |', '| `too-slow` |', 'does not exist: too-slow'],
    [
      'gives the status of each code',
      errorCodes,
      '| `timeout` | 504 |',
      '| `timeout` | 500 |',
      'timeout has not the status 500',
    ],
    [
      'says what each code means',
      errorCodes,
      'The request took too long.',
      'It was slow.',
      'timeout does not mean: It was slow. (30 s)',
    ],
    ['names every setting', settings, /\| `LOG_LEVEL` .*\n/, '', 'not named: LOG_LEVEL'],
    ['names no other setting', settings, '| `LOG_LEVEL` |', '| `LOG_DEPTH` |', 'does not exist: LOG_DEPTH'],
    ['gives the defaults of the settings', settings, '`info`', '`debug`', 'LOG_LEVEL is not debug by default'],
    ['names every command', commands, 'npm run check:dead', 'nothing', 'not named: check:dead'],
    ['names no other command', commands, 'npm run check:dead', 'npm run bury', 'does not exist: bury'],
    ['names no flag that a command lacks', commands, '--language', '--tongue', 'npm run ask has no --tongue'],
    ['names every address', addresses, '`GET /readyz`', 'the other', 'not named: GET /readyz'],
    ['names no other address', addresses, '`GET /readyz`', '`GET /soon`', 'does not exist: GET /soon'],
    ['names every room', rooms, '| `server/lookup/` |', '| |', 'not named: server/lookup/'],
    ['names no other room', rooms, '| `server/lookup/` |', '| `server/attic/` |', 'does not exist: server/attic/'],
    ['links to what is there', links('.'), '](LICENSE)', '](LICENCE)', 'leads nowhere: LICENCE'],
  ]

  it.each(checks)('%s', (_, check) => {
    expect(check(README)).toEqual([])
  })

  it.each(checks)('fails where it no longer %s', (_, check, replaced, planted, fault) => {
    const page = README.replace(replaced, planted)
    expect(page).not.toBe(README)
    expect(check(page)).toContain(fault)
  })
})

describe('the other pages', () => {
  const pages = ['CHANGELOG.md', 'server/slack/README.md', 'eval/corpus/README.md', 'ingest/index/bge/README.md']
  it.each(pages)('%s links to what is there', (path) => {
    expect(links(dirname(path))(readFileSync(path, 'utf8'))).toEqual([])
  })
})
