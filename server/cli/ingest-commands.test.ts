import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IngestReport } from '../../ingest/pipeline.ts'
import { demoFiles, writeDemoMarker } from '../demo-marker.ts'
import { fakeRecord } from '../lookup/fake-corpus.ts'
import { FakeTerminal, runFake as run } from './fake-terminal.ts'
import { type IngestRequest, ingestCommand } from './ingest-command.ts'
import { ingestReportText } from './ingest-report.ts'
import { Progress } from './progress.ts'
import { startCommand } from './start-command.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'budget-chat-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const record = fakeRecord('aaaa', {
  warnings: [{ code: 'w', message: 'one amount was not understood', line: 7, page: null }],
  understood: 0.9996,
})
const report: IngestReport = {
  documents: [{ file: 'aaaa.txt', path: '/x/aaaa.txt', status: 'ingested', record, versions: [] }],
  refused: [],
  version: 'v1',
}
const refused = { file: 'b.bin', path: 'b.bin', code: 'format-unsupported', reason: 'No reader knows b.bin.' } as const

function ingestParts(result: IngestReport, heldSha256: readonly string[] = []) {
  const requests: IngestRequest[] = []
  const command = ingestCommand({
    ingest: async (request) => {
      requests.push(request)
      request.onProgress({ stage: 'parse', file: 'a.txt', path: 'a.txt', done: 0, total: 2 })
      request.onProgress({
        stage: 'parse',
        file: '很长的文件名很长的文件名很长的文件名.txt',
        path: '很长的文件名很长的文件名很长的文件名.txt',
        done: 1,
        total: 2,
      })
      request.onProgress({ stage: 'embed', file: null, path: null, done: 0, total: 9 })
      request.onProgress({ stage: 'embed', file: null, path: null, done: 1, total: 9 })
      return result
    },
    held: async () => heldSha256.map((sha256) => fakeRecord('held', { sha256 })),
  })
  return { command, requests }
}

describe('ingest', () => {
  it('shows plain progress and a report', async () => {
    const { command, requests } = ingestParts(report)
    const { code, out, err } = await run(command, ['one', 'two', '--data', folder])
    expect(code).toBe(0)
    expect(requests[0]).toMatchObject({ paths: ['one', 'two'], dataDir: folder, replaceAll: false })
    expect(err).toBe(
      '[1/2] parsing a.txt\n[2/2] parsing 很长的文件名很长的文件名很长的文件名.txt\nembedding passages\nembedding passages 10%\n',
    )
    expect(out).toBe(
      `ingested aaaa.txt
    示例县教育局 2031 年部门预算公开 (aaaa)
    1 table, 1 fact, 1 chunk, 99.9% of amounts understood
    warning: line 7: one amount was not understood
1 document in, 0 refused, 1 fact.
`,
    )
  })

  it.each([
    [false, 'reading a.pdf 10%\nreading a.pdf 30%\n'],
    [
      true,
      '\r\u001b[2Kreading a.pdf, page 3 of 22\r\u001b[2Kreading a.pdf, page 4 of 22\r\u001b[2Kreading a.pdf, page 7 of 22',
    ],
  ])('counts the pages of a long file', (interactive, shown) => {
    const terminal = new FakeTerminal(interactive)
    const progress = new Progress(terminal)
    for (const done of [3, 4, 7]) progress.show({ stage: 'read', file: 'a.pdf', path: 'a.pdf', done, total: 22 })
    expect(terminal.stderr).toBe(shown)
  })

  it.each([
    [{ page: 3 }, 'page 3: '],
    [{ sheet: '表一', cell: 'C14' }, 'sheet “表一”, cell C14: '],
    [{ sheet: '表一' }, 'sheet “表一”: '],
    [{ paragraph: 7 }, 'paragraph 7: '],
    [{}, ''],
  ])('names the place of a warning in a document that is no text: %j', (where, named) => {
    const warning = { code: 'w', message: 'left out', line: null, page: null, ...where }
    const record = { ...fakeRecord('aaaa'), warnings: [warning] }
    const text = ingestReportText({
      ...report,
      documents: [{ file: 'a.pdf', path: '/x/a.pdf', status: 'ingested', record, versions: [] }],
    })
    expect(text).toContain(`    warning: ${named}left out\n`)
  })

  it('writes over one line where a person watches', async () => {
    const { err } = await run(ingestParts(report).command, ['one', '--data', folder], true)
    expect(err).toContain('\r\u001b[2K[2/2] parsing 很长的文件名很长的文件名…')
    expect(err.endsWith('\r\u001b[2K')).toBe(true)
    expect(err).not.toContain('\n')
  })

  it('prints the report as JSON and nothing else on stdout', async () => {
    expect(JSON.parse((await run(ingestParts(report).command, ['one', '--data', folder, '--json'])).out)).toEqual(
      report,
    )
  })

  it.each<[number, IngestReport]>([
    [0, report],
    [3, { ...report, refused: [refused] }],
    [1, { documents: [], refused: [refused], version: null }],
    [1, { documents: [], refused: [], version: null }],
  ])('ends with %i', async (code, result) => {
    expect((await run(ingestParts(result).command, ['one', '--data', folder])).code).toBe(code)
  })

  it('tells why a file was refused', async () => {
    const { out } = await run(ingestParts({ ...report, refused: [refused] }).command, ['one', '--data', folder])
    expect(out).toContain('refused b.bin [format-unsupported]\n    No reader knows b.bin.\n')
  })

  it('needs a path', async () => {
    expect((await run(ingestParts(report).command, [])).code).toBe(2)
  })
})

describe('the demo corpus', () => {
  const demoHash = 'c0a5ff04b9b6c7bcf4ee2a9cbd5ba12dac5f6a4a94bc8ef0fb6a7e54bd5ea8d5'
  let demoFolder: string
  let hash: string
  beforeEach(async () => {
    demoFolder = await mkdtemp(join(tmpdir(), 'budget-chat-demo-'))
    await writeFile(join(demoFolder, 'demo.txt'), 'demo')
    await writeFile(join(demoFolder, 'README.md'), 'no document')
    await writeDemoMarker(folder, await demoFiles(demoFolder))
    hash = /[\da-f]{64}/.exec(await readFile(join(folder, 'demo.json'), 'utf8'))?.[0] ?? ''
  })
  afterEach(() => rm(demoFolder, { recursive: true, force: true }))

  const markerThere = () =>
    readFile(join(folder, 'demo.json')).then(
      () => true,
      () => false,
    )

  it('is replaced by the first documents of a person', async () => {
    const { command, requests } = ingestParts(report, [hash])
    const { err } = await run(command, ['one', '--data', folder])
    expect(requests[0]?.replaceAll).toBe(true)
    expect(err).toContain('The demo corpus was replaced.')
    expect(await markerThere()).toBe(false)
  })

  it('stays where nothing went in', async () => {
    await run(ingestParts({ documents: [], refused: [refused], version: null }, [hash]).command, [
      'one',
      '--data',
      folder,
    ])
    expect(await markerThere()).toBe(true)
  })

  it('is never taken for documents of a person', async () => {
    for (const held of [[], [demoHash], [hash, demoHash]]) {
      const { command, requests } = ingestParts(report, held)
      await writeDemoMarker(folder, await demoFiles(demoFolder))
      await run(command, ['one', '--data', folder])
      expect(requests[0]?.replaceAll).toBe(false)
    }
  })

  function startParts(documents: number | null, result: IngestReport = report) {
    const calls: string[] = []
    const command = startCommand({
      demoFolder,
      countDocuments: async () => documents,
      ingest: async ({ paths }) => {
        calls.push(`ingest ${paths.join()}`)
        return result
      },
      serve: async ({ port }) => {
        calls.push(`serve ${port}`)
        return { address: 'http://127.0.0.1:4000', logCrash: () => {}, stop: async () => void calls.push('stop') }
      },
      untilStopped: async () => {
        calls.push('wait')
        return { kind: 'signal' }
      },
    })
    return { command, calls }
  }

  it('is ingested by the first start, which leaves its mark and serves', async () => {
    await rm(join(folder, 'demo.json'))
    const { command, calls } = startParts(null)
    const { code, out, err } = await run(command, ['--data', folder, '--port', '4000'])
    expect(code).toBe(0)
    expect(calls).toEqual([`ingest ${join(demoFolder, 'demo.txt')}`, 'serve 4000', 'wait', 'stop'])
    expect(err).toMatch(/First run.*\nIngested 1 documents with 1 facts in/)
    expect(out).toBe('Budget Chat answers at http://127.0.0.1:4000 (1 document)\n')
    expect(await markerThere()).toBe(true)
  })

  it('is left alone by a later start', async () => {
    const { command, calls } = startParts(5)
    await run(command, ['--data', folder])
    expect(calls).toEqual(['serve 3000', 'wait', 'stop'])
  })

  it('stops the start where nothing of it goes in', async () => {
    const { command, calls } = startParts(null, { documents: [], refused: [refused], version: null })
    expect((await run(command, ['--data', folder])).code).toBe(1)
    expect(calls).not.toContain('serve 3000')
  })
})
