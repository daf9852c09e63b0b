import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Each check is shown a copy of this tree with a fault planted in it: a check that finds nothing there finds nothing.

const COPIED = [
  ...['ingest', 'server', 'prompts', 'eval', 'scripts'],
  ...['package.json', 'tsconfig.json', 'biome.json', 'eslint.config.js', 'knip.json', 'vitest.config.ts'],
  '.dependency-cruiser.cjs',
]
const FILE_CAP = 300

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'budget-chat-checks-'))
  for (const name of COPIED) {
    if (existsSync(name)) cpSync(name, join(root, name), { recursive: true })
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function plant(path: string, text: string): void {
  writeFileSync(join(root, path), text)
}

function run(command: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', command), args, {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, output: `${stdout}${stderr}` }
}

describe('the check of types', () => {
  it('finds a type error', { timeout: 120_000 }, () => {
    plant('ingest/domain/planted.ts', "export const planted: number = 'one'\n")
    const { status, output } = run('tsc', '--noEmit')
    rmSync(join(root, 'ingest/domain/planted.ts'))
    expect(status).not.toBe(0)
    expect(output).toContain('ingest/domain/planted.ts(1,14): error TS2322')
  })
})

describe('the check of format', () => {
  it('finds what is not formatted', { timeout: 60_000 }, () => {
    plant('ingest/domain/planted.ts', 'export const planted = "one";\n')
    expect(run('biome', 'ci', 'ingest/domain/planted.ts').status).not.toBe(0)
    plant('ingest/domain/planted.ts', "export const planted = 'one'\n")
    expect(run('biome', 'ci', 'ingest/domain/planted.ts').status).toBe(0)
    rmSync(join(root, 'ingest/domain/planted.ts'))
  })
})

describe('the type-aware lint', () => {
  const branches = Array.from({ length: 16 }, (_, index) => `if (n === ${index}) return ${index}`).join('\n')
  const cases: readonly (readonly [rule: string, source: string])[] = [
    ['@typescript-eslint/no-unsafe-assignment', "export const planted: string = JSON.parse('1')"],
    ['@typescript-eslint/no-unsafe-return', 'export const planted = (text: string): number => JSON.parse(text)'],
    ['@typescript-eslint/no-explicit-any', 'export type Planted = any'],
    ['@typescript-eslint/no-floating-promises', 'export function planted(): void { Promise.resolve() }'],
    ['@typescript-eslint/consistent-type-assertions', "export const planted = 'a' as unknown"],
    ['complexity', `export function planted(n: number): number { ${branches}\n return -1 }`],
    ['max-lines', `export const planted = 1\n${'//\n'.repeat(FILE_CAP)}`],
    ['no-restricted-syntax', 'export const planted = process.env'],
    ['no-console', "console.log('planted')"],
  ]

  it('finds each kind of fault in its own file', { timeout: 120_000 }, () => {
    const names = cases.map(([, source], index) => {
      const name = `ingest/domain/planted-${index}.ts`
      plant(name, `${source}\n`)
      return name
    })
    const { output } = run('eslint', '--format', 'json', ...names)
    for (const name of names) rmSync(join(root, name))
    const found = output.split('{"filePath":').slice(1)
    expect(found).toHaveLength(cases.length)
    for (const [index, [rule]] of cases.entries()) expect(found[index]).toContain(`"ruleId":"${rule}"`)
  })
})

describe('the check of dependencies', () => {
  const planted: Readonly<Record<string, string>> = {
    'ingest/domain/planted-1.ts': "export * from '../../server/config.ts'\n",
    'ingest/facts/planted-2.ts': "import hnsw from 'hnswlib-node'\nexport const planted = hnsw\n",
    'ingest/domain/planted-3.ts': "import { b } from './planted-4.ts'\nexport const a = (): unknown => b\n",
    'ingest/domain/planted-4.ts': "import { a } from './planted-3.ts'\nexport const b = (): unknown => a\n",
    'server/planted-5.ts': "export * from '../ingest/index/build.ts'\n",
    'server/answer/planted-6.ts': "export * from '../config.ts'\n",
    'ingest/planted-7.ts': "export * from './index/sample-documents.ts'\n",
    'ingest/domain/planted-8.ts': "export * from './planted-nowhere.ts'\n",
    'ingest/facts/planted-9.ts': "import { describe } from 'vitest'\nexport const planted = describe\n",
  }

  it('finds each kind of forbidden import', { timeout: 120_000 }, () => {
    for (const [path, text] of Object.entries(planted)) plant(path, text)
    const { status, output } = run('tsx', 'scripts/check-dependencies.ts')
    for (const path of Object.keys(planted)) rmSync(join(root, path))
    expect(status).not.toBe(0)
    expect(output).toContain('ingest-knows-no-server: ingest/domain/planted-1.ts → server/config.ts')
    expect(output).toContain('domain-imports-zod-only: ingest/domain/planted-1.ts → server/config.ts')
    expect(output).toContain('only-one-importer-of-hnswlib-node: ingest/facts/planted-2.ts')
    expect(output).toMatch(/no-cycles: ingest\/domain\/planted-[34]\.ts/)
    expect(output).toContain('server-enters-ingest-by-its-doors: server/planted-5.ts → ingest/index/build.ts')
    expect(output).toContain('answer-knows-no-transport: server/answer/planted-6.ts → server/config.ts')
    expect(output).toContain('no-tests-in-production: ingest/planted-7.ts → ingest/index/sample-documents.ts')
    expect(output).toContain('no-unresolvable: ingest/domain/planted-8.ts')
    expect(output).toContain('no-dev-dependency-at-run-time: ingest/facts/planted-9.ts')
  })

  it('fails where the cruiser passes over the files', { timeout: 60_000 }, () => {
    const blind = mkdtempSync(join(root, 'blind-'))
    mkdirSync(join(blind, 'ingest'))
    writeFileSync(join(blind, 'ingest/passed-over.ts'), 'export {}\n')
    for (const name of ['tsconfig.json', 'package.json']) cpSync(join(root, name), join(blind, name))
    const options = "module.exports = { forbidden: [], options: { exclude: { path: '[.]ts$' } } }"
    writeFileSync(join(blind, '.dependency-cruiser.cjs'), options)
    symlinkSync(join(process.cwd(), 'node_modules'), join(blind, 'node_modules'))
    const script = join(process.cwd(), 'scripts/check-dependencies.ts')
    const { status, stderr } = spawnSync('node_modules/.bin/tsx', [script], { cwd: blind, encoding: 'utf8' })
    expect(status).not.toBe(0)
    expect(stderr).toContain('not read: ingest/passed-over.ts')
  })
})

describe('the check of dead code', () => {
  it('finds an export and a file that nothing uses', { timeout: 120_000 }, () => {
    appendFileSync(join(root, 'ingest/domain/amount.ts'), '\nexport const plantedExport = 1\n')
    plant('ingest/domain/planted-file.ts', 'export {}\n')
    const { status, output } = run('knip')
    expect(status).not.toBe(0)
    expect(output).toContain('plantedExport')
    expect(output).toContain('ingest/domain/planted-file.ts')
  })
})
