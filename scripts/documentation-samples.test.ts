import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { publishFact } from '../server/answer/citation.ts'
import { DEMO_FOLDER, ingest, openAsker, openCorpus } from '../server/assemble.ts'
import { askCommand } from '../server/cli/ask-command.ts'
import type { Command } from '../server/cli/command.ts'
import { runFake } from '../server/cli/fake-terminal.ts'
import { ingestCommand } from '../server/cli/ingest-command.ts'
import { lookupCommand } from '../server/cli/lookup-command.ts'
import { readSettings } from '../server/config.ts'
import { demoFiles } from '../server/demo-marker.ts'

const README = readFileSync('README.md', 'utf8')

/** "$ npm run -s ask -- …" and what the page says it prints. */
function samples(page: string) {
  return [...page.matchAll(/```console\n\$ npm run -s (\w+) -- (.*)\n([\s\S]*?)```/g)].map(
    ([, name = '', line = '', output = '']) => ({
      name,
      line,
      args: [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? ''),
      output: output.trimEnd(),
    }),
  )
}

/** Whether the lines printed are those shown; "…" alone on a line stands for any lines. */
function shows(output: string, printed: string): boolean {
  const pattern = output
    .split('\n')
    .map((line) => (line === '…' ? '[\\s\\S]*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ ]*`))
    .join('\n')
    .replaceAll('\n[\\s\\S]*', '[\\s\\S]*')
  return new RegExp(`^${pattern}\\s*$`).test(printed)
}

describe('the samples of the README', () => {
  let data: string
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'budget-chat-readme-'))
    await ingest({ paths: await demoFiles(DEMO_FOLDER), dataDir: data, replaceAll: false, onProgress: () => {} })
  }, 120_000)
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  const wired: Readonly<Record<string, Command>> = {
    ask: askCommand(openAsker),
    lookup: lookupCommand({ open: openCorpus, publishFact }),
    ingest: ingestCommand({ ingest, held: async () => [] }),
  }

  async function printed({ name, args }: { readonly name: string; readonly args: readonly string[] }): Promise<string> {
    const command = wired[name]
    if (!command) throw new Error(`the samples show a command that is not wired here: ${name}`)
    const folder = name === 'ingest' ? join(data, 'own') : data
    const own = args.indexOf('--data')
    const rest = own < 0 ? args : [...args.slice(0, own), ...args.slice(own + 2)]
    return (await runFake(command, [...rest, '--data', folder])).out
  }

  it('are at least the three questions, an ingest and a lookup', () => {
    expect(samples(README).map(({ name }) => name)).toEqual(['ask', 'ask', 'ask', 'ingest', 'lookup'])
  })

  it.each(samples(README))('$name $line', { timeout: 60_000 }, async (sample) => {
    const out = await printed(sample)
    // What is counted in a document grows with every better reader: there the words are held, not the numbers.
    const comparable = (text: string) => (sample.name === 'ingest' ? text.replace(/\d+/g, '0') : text)
    expect(shows(comparable(sample.output), comparable(out)), out).toBe(true)
    expect(shows(`${comparable(sample.output)}\nplanted`, comparable(out))).toBe(false)
  })

  it('hold for the answer over HTTP', { timeout: 60_000 }, async () => {
    const question = /-d '\{"question": "([^"]+)"\}'/.exec(README)?.[1] ?? ''
    const shown: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(README)?.[1] ?? 'null')
    const { asker, close } = await openAsker(readSettings({ data }))
    try {
      expect(await asker.ask({ question })).toMatchObject(z.record(z.string(), z.unknown()).parse(shown))
    } finally {
      close()
    }
  })
})
