import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { IndexDoor } from '../../ingest/index/open.ts'
import { SampleEmbedder } from '../../ingest/index/sample-embedder.ts'
import { temporaryFolder } from '../../ingest/index/temporary-folder.ts'
import { deleteDocument, ingestFiles } from '../../ingest/pipeline.ts'
import { createAsker } from '../answer/ask.ts'
import { answerSchema, problemSchema } from '../answer/contract.ts'
import type { Ingester } from '../uploads/ingest-process.ts'
import { openUploads } from '../uploads/uploads.ts'
import { fakeParts, type Reply, startServer, type TestServer } from './fake-parts.ts'
import type { Access } from './parts.ts'
import { type SampleForm, sampleForm } from './sample-form.ts'
import { uploadReportSchema, uploadStatusSchema } from './uploads-contract.ts'

const budget = (unit: string, amount: string, year = 2032) =>
  `${unit}${year}年部门预算\n\n第一部分 概况\n\n公务接待费 ${amount} 万元。\n`

let stop = async () => {}
afterEach(() => stop())

interface Bench extends TestServer {
  readonly dataDir: string
  upload(form: SampleForm, headers?: Record<string, string>): Promise<Reply>
  held(): Promise<string[]>
}

/** A server over a data folder of its own; ingests run in this process. */
async function bench(access: Partial<Access> = {}): Promise<Bench> {
  const dataDir = join(temporaryFolder(), 'data')
  const embedder = new SampleEmbedder()
  const door = new IndexDoor(dataDir, embedder, { checkEveryMs: 0 })
  const ingester: Ingester = {
    ingest: async (files, onProgress) => {
      const report = await ingestFiles(files, { dataDir, embedder, onProgress })
      return {
        ...report,
        documents: report.documents.map((one) => ({ ...one, versions: [...one.versions] })),
        refused: [...report.refused],
      }
    },
    remove: async (id) => {
      await deleteDocument(dataDir, embedder, id)
    },
    close: () => undefined,
  }
  const server = await startServer(
    fakeParts([], {
      door,
      asker: createAsker(door),
      access: { apiKeys: [], allowedOrigins: [], trustedProxies: 0, ...access },
      uploads: await openUploads(dataDir, ingester),
    }),
  )
  stop = async () => {
    await server.stop()
    door.close()
  }
  return {
    ...server,
    dataDir,
    upload: ({ headers, body }, more = {}) =>
      server.call('/api/documents', { method: 'POST', headers: { ...headers, ...more }, body }),
    held: async () => (await door.current()).documents().map(({ file }) => file),
  }
}

/** Nothing of an upload stays behind but what went into the index. */
async function expectSpoolEmpty({ dataDir }: Bench) {
  const spool = join(dataDir, 'uploads')
  await expect.poll(() => (existsSync(spool) ? readdirSync(spool) : [])).toEqual([])
}

function reportOf(reply: Reply) {
  return uploadReportSchema.parse(reply.json)
}

describe('POST /api/documents', () => {
  test('takes files in, reports what was found, and they can be asked about', async () => {
    const server = await bench()
    const reply = await server.upload(
      sampleForm([
        ['水务局.txt', budget('青石县水务局', '1.25')],
        ['坏.txt', '没有数字。'],
      ]),
    )
    expect(reply.status).toBe(201)
    const { documents, refused } = reportOf(reply)
    expect(documents).toMatchObject([
      { file: '水务局.txt', status: 'ingested', versions: [], document: { organization: '青石县水务局', facts: 1 } },
    ])
    expect(refused).toMatchObject([{ file: '坏.txt', code: 'no-figures' }])
    expect(refused[0]?.reason).not.toContain(server.dataDir)
    const answer = answerSchema.parse((await server.ask({ question: '青石县水务局2032年公务接待费预算是多少' })).json)
    expect(answer.figures).toMatchObject([{ value: '1.25', unit: '万元' }])
    await expectSpoolEmpty(server)
  })

  test('says that a file is held already', async () => {
    const server = await bench()
    const form = sampleForm([['a.txt', budget('青石县水务局', '1.25')]])
    await server.upload(form)
    const again = await server.upload(form)
    expect(again.status).toBe(200)
    expect(reportOf(again).documents).toMatchObject([{ file: 'a.txt', status: 'unchanged' }])
  })

  test('keeps files of one name apart', async () => {
    const server = await bench()
    await server.upload(sampleForm([['预算.txt', budget('青石县水务局', '1.25')]]))
    const reply = await server.upload(sampleForm([['预算.txt', budget('青石县林业局', '2.50')]]))
    expect(reportOf(reply).documents).toMatchObject([{ file: '预算 (2).txt', status: 'ingested', versions: [] }])
    expect((await server.held()).sort()).toEqual(['预算 (2).txt', '预算.txt'])
  })

  test.each([
    [{}, false, ['a.txt', 'b.txt']],
    [{ onDuplicate: 'keep' }, false, ['a.txt', 'b.txt']],
    [{ onDuplicate: 'replace' }, true, ['b.txt']],
  ] as const)('tells of another version of the same disclosure, with %j', async (fields, replaced, held) => {
    const server = await bench()
    await server.upload(sampleForm([['a.txt', budget('青石县水务局', '1.25')]]))
    const reply = await server.upload(sampleForm([['b.txt', budget('青石县水务局', '1.30')]], fields))
    expect(reportOf(reply).documents).toMatchObject([{ file: 'b.txt', versions: [{ file: 'a.txt', replaced }] }])
    expect((await server.held()).sort()).toEqual(held)
  })

  test('is no other version where the year is another', async () => {
    const server = await bench()
    await server.upload(sampleForm([['a.txt', budget('青石县水务局', '1.25', 2031)]]))
    const reply = await server.upload(
      sampleForm([['b.txt', budget('青石县水务局', '1.30')]], { onDuplicate: 'replace' }),
    )
    expect(reportOf(reply).documents).toMatchObject([{ status: 'ingested', versions: [] }])
    expect(await server.held()).toHaveLength(2)
  })

  test('tells progress as events, the report last', async () => {
    const server = await bench()
    const reply = await server.upload(sampleForm([['a.txt', budget('青石县水务局', '1.25')]]), {
      Accept: 'text/event-stream',
    })
    expect(reply.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    const events = reply.text
      .trim()
      .split('\n\n')
      .map((event) => /^event: (\w+)\ndata: (.*)$/.exec(event)?.slice(1) ?? [])
    expect(events.at(-1)?.[0]).toBe('report')
    const stages = events.slice(0, -1).map(([, data = '']) => uploadStatusSchema.parse(JSON.parse(data)).stage)
    expect([...new Set(stages)]).toEqual(['waiting', 'reading', 'indexing'])
    expect(uploadReportSchema.parse(JSON.parse(events.at(-1)?.[1] ?? '')).documents).toHaveLength(1)
  })

  test.each<[string, SampleForm, number, string]>([
    ['no form', { headers: { 'Content-Type': 'application/json' }, body: '{}' }, 415, 'media-type'],
    ['no type at all', { headers: {}, body: 'x' }, 415, 'media-type'],
    ['a form without files', sampleForm([], { onDuplicate: 'keep' }), 400, 'request-invalid'],
    ['an unknown field', sampleForm([['a.txt', 'x 1 万元']], { on: 'x' }), 400, 'request-invalid'],
    ['an unknown choice', sampleForm([['a.txt', 'x 1 万元']], { onDuplicate: 'x' }), 400, 'request-invalid'],
    ['a form that is cut off', cutOff(), 400, 'request-invalid'],
    [
      'the wrong boundary',
      { ...sampleForm([['a.txt', 'x']]), headers: { 'Content-Type': 'multipart/form-data; boundary=other' } },
      400,
      'request-invalid',
    ],
    ['a file without figures', sampleForm([['a.txt', '没有数字。']]), 400, 'no-figures'],
    ['an empty file', sampleForm([['a.txt', '']]), 400, 'file-empty'],
    [
      'more files than one request takes',
      sampleForm(Array.from({ length: 101 }, (_, at) => [`${at}.txt`, 'x'])),
      400,
      'request-invalid',
    ],
  ])('refuses %s', async (_, form, status, code) => {
    const server = await bench()
    const reply = await server.upload(form)
    expect(problemSchema.parse(reply.json)).toMatchObject({ status, code })
    expect(reply.status).toBe(status)
    await expectSpoolEmpty(server)
  })

  test.each(['../../../tmp/evil.txt', '/etc/passwd', 'C:\\evil.txt', '\u202etxt.exe', 'a'.repeat(5000)])(
    'writes nothing where the name says: %s',
    async (name) => {
      const server = await bench()
      const reply = await server.upload(sampleForm([[name, budget('青石县水务局', '1.25')]]))
      expect(reportOf(reply).documents[0]?.file).not.toMatch(/[/\\\u202e]/)
      expect(readdirSync(join(server.dataDir, '..'))).toEqual(['data'])
      await expectSpoolEmpty(server)
    },
  )

  test('leaves nothing of a client that goes away', async () => {
    const server = await bench()
    const { headers, body } = sampleForm([['a.txt', budget('青石县水务局', '1.25')]])
    const sent = httpRequest(`${server.address}/api/documents`, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body) + 100) },
    })
    sent.on('error', () => undefined)
    sent.write(body.slice(0, 150))
    await expect.poll(() => readdirSync(join(server.dataDir, 'uploads')).length).toBe(1)
    sent.destroy()
    await expect.poll(() => readdirSync(join(server.dataDir, 'uploads'))).toEqual([])
  })

  test('takes uploads that come at once', async () => {
    const server = await bench()
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        server.upload(sampleForm([['a.txt', budget(`青石县第${at}中学`, `${at}.25`)]])),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201])
    expect(new Set(await server.held()).size).toBe(6)
  })
})

function cutOff(): SampleForm {
  const { headers, body } = sampleForm([['a.txt', budget('青石县水务局', '1.25')]])
  return { headers, body: body.slice(0, -60) }
}

describe('who may upload', () => {
  const form = sampleForm([['a.txt', budget('青石县水务局', '1.25')]])
  const keys = {
    apiKeys: [
      { key: 'reader', scopes: ['ask', 'read'] },
      { key: 'clerk', scopes: ['upload'] },
    ],
  } as const

  test.each([
    [{}, 401],
    [{ Authorization: 'Bearer reader' }, 403],
    [{ Authorization: 'Bearer other' }, 401],
    [{ Authorization: 'Bearer clerk' }, 201],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 401],
  ])('with keys: %j gets %i', async (headers, status) => {
    const server = await bench(keys)
    expect((await server.upload(form, { ...headers })).status).toBe(status)
  })

  test('without keys: the own page and tools of this machine, no page of another origin, allowed or not', async () => {
    const server = await bench({ allowedOrigins: ['https://widget.example'] })
    expect((await server.upload(form, { Origin: server.address })).status).toBe(201)
    expect((await server.upload(form)).status).toBe(200)
    for (const origin of ['https://widget.example', 'https://evil.example', 'null'])
      expect((await server.upload(form, { Origin: origin })).status).toBe(403)
    expect((await server.upload(form, { Host: 'evil.example' })).status).toBe(403)
    await expectSpoolEmpty(server)
  })
})

describe('DELETE /api/documents/:id', () => {
  test('takes a document out of every answer', async () => {
    const server = await bench()
    const { documents } = reportOf(
      await server.upload(
        sampleForm([
          ['a.txt', budget('青石县水务局', '1.25')],
          ['b.txt', budget('青石县林业局', '2.50')],
        ]),
      ),
    )
    const id = documents[0]?.document.id ?? ''
    const remove = (path: string, headers: Record<string, string> = {}) =>
      server.call(path, { method: 'DELETE', headers })
    expect((await remove(`/api/documents/${id}`, { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await remove(`/api/documents/${id}`)).status).toBe(204)
    expect((await remove(`/api/documents/${id}`)).status).toBe(404)
    expect((await server.call(`/api/documents/${id}`)).status).toBe(404)
    expect(await server.held()).toEqual(['b.txt'])
    const answer = answerSchema.parse((await server.ask({ question: '青石县水务局2032年公务接待费是多少' })).json)
    expect(answer.status).toBe('not_found')
  })

  test('of the last one leaves an index that holds nothing', async () => {
    const server = await bench()
    const { documents } = reportOf(await server.upload(sampleForm([['a.txt', budget('青石县水务局', '1.25')]])))
    await server.call(`/api/documents/${documents[0]?.document.id}`, { method: 'DELETE' })
    expect(await server.held()).toEqual([])
    await pause(10)
    expect((await server.ask({ question: '青石县水务局2032年公务接待费是多少' })).status).toBe(200)
  })
})
