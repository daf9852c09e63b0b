import { describe, expect, it, vi } from 'vitest'
import { Problem } from '../../ingest/domain/problem.ts'
import { publishFact } from '../answer/citation.ts'
import { answerSchema, factsResponseSchema } from '../answer/contract.ts'
import { fakeCorpus, fakeDocument } from '../lookup/fake-corpus.ts'
import { EXAMPLES } from '../routes/openapi-examples.ts'
import { askCommand } from './ask-command.ts'
import type { Command } from './command.ts'
import { runFake as run } from './fake-terminal.ts'
import { ingestCommand } from './ingest-command.ts'
import { lookupCommand } from './lookup-command.ts'
import { type ServeParts, serveCommand } from './serve-command.ts'
import { startCommand } from './start-command.ts'

const answer = answerSchema.parse(EXAMPLES.Answer)
const close = vi.fn()
const corpus = fakeCorpus([fakeDocument('aaaa'), fakeDocument('bbbb', { organization: '示例县卫生局', aliases: [] })])
const door = { current: async () => corpus }
const ask = askCommand(async () => ({ asker: { ask: async () => answer }, door, close }))
const lookup = lookupCommand({ open: async () => ({ corpus, close }), publishFact })

describe('every command', () => {
  const unreached = () => Promise.reject(new Error('must not be reached'))
  const serveParts: ServeParts = {
    serve: unreached,
    countDocuments: unreached,
    untilStopped: () => Promise.resolve({ kind: 'signal' }),
  }
  const commands: readonly [string, Command][] = [
    ['ask', ask],
    ['lookup', lookup],
    ['ingest', ingestCommand({ ingest: unreached, held: unreached })],
    ['serve', serveCommand(serveParts)],
    ['start', startCommand({ ...serveParts, ingest: unreached, demoFolder: '' })],
  ]

  it.each(commands)('%s has a help', async (name, command) => {
    const { code, out } = await run(command, ['--help'])
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Usage: npm (run )?(-s )?${name}`))
  })

  it.each(commands)('%s refuses a wrong flag with exit 2', async (_name, command) => {
    const { code, out, err } = await run(command, ['--wrong'])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/^error: Unknown option '--wrong'.*\nTry --help\.\n$/s)
  })

  it('serve and start name a bad setting, and refuse the network without keys', async () => {
    for (const [, command] of commands.slice(3)) {
      expect(await run(command, ['--port', 'x'])).toMatchObject({
        code: 2,
        err: expect.stringContaining('--port must be'),
      })
      expect(await run(command, ['--host', '0.0.0.0'])).toMatchObject({
        code: 2,
        err: expect.stringContaining('API_KEYS'),
      })
    }
  })
})

describe('ask', () => {
  it('prints the answer with its citations', async () => {
    const { code, out } = await run(ask, ['多少？'])
    expect(code).toBe(0)
    expect(out).toBe(
      `示例县教育局 2031 年预算安排公务用车运行费 4.20 万元[1]。

! 这是预算数，不是实际支出。[1]

出处
  [1] 示例县教育局 2031 年部门预算公开 · 表八 一般公共预算“三公”经费支出情况表
      example.txt, 第 214 行, 示例县教育局 → 公务用车购置及运行费 / 公务用车运行费
      “示例县教育局 4.50 0.00 4.20 0.00 4.20 0.30”
`,
    )
  })

  it('prints the answer object and nothing else with --json', async () => {
    const { out, err } = await run(ask, ['多少？', '--json'])
    expect(answerSchema.parse(JSON.parse(out))).toEqual(answer)
    expect(err).toBe('')
  })

  it.each([[[]], [['']], [['?', '--language', 'fr']], [['问'.repeat(2001)]]])('refuses %j', async (args) => {
    expect((await run(ask, args)).code).toBe(2)
  })

  it('ends with 1 where there is no index, and closes what it opened', async () => {
    close.mockClear()
    const missing = askCommand(async () => ({
      asker: { ask: () => Promise.reject(new Problem('index-missing', 'There is none.')) },
      door,
      close,
    }))
    expect(await run(missing, ['?'])).toEqual({ code: 1, out: '', err: 'error: There is none.\n' })
    expect(close).toHaveBeenCalledOnce()
  })
})

describe('lookup', () => {
  it('prints aligned rows', async () => {
    const { code, out, err } = await run(lookup, ['--item', '接待'])
    expect(code).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toMatch(
      /^organization {2}year {2}basis {3}stage {2}code {3}item {8}kind {3}direction {2}value {2}unit {2}scope {9}column {2}place$/,
    )
    expect(lines[2]).toBe(
      '示例县教育局  2031  budget         30217  公务接待费  level              1.50  万元  three_public  预算数  aaaa.txt:2',
    )
    expect(err).toBe('2 facts.\n')
  })

  it('prints the JSON of the contract', async () => {
    const { out } = await run(lookup, [
      '--organization',
      '示例县卫生局',
      '--year',
      '2031',
      '--basis',
      'budget',
      '--table',
      '表七',
      '--json',
    ])
    expect(factsResponseSchema.parse(JSON.parse(out)).facts.map(({ id }) => id)).toEqual(['bbbb-f1'])
  })

  it('prints CSV', async () => {
    expect((await run(lookup, ['--csv'])).out).toMatch(/^\ufeffid,organization,/)
  })

  it.each([['--year', 'x'], ['--basis', 'actual'], ['--csv', '--json'], ['positional']])(
    'refuses %s %s',
    async (...args) => {
      expect((await run(lookup, args)).code).toBe(2)
    },
  )

  it('says which unit is not held', async () => {
    const { code, out, err } = await run(lookup, ['--organization', '别处'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toBe('No unit is called "别处". Held: 示例县教育局, 示例县卫生局.\n')
  })
})
