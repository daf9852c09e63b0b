import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerSchema, checksResponseSchema, factsResponseSchema } from '../answer/contract.ts'
import { readSettings } from '../config.ts'
import { documentsResponseSchema, publishedTableSchema } from '../lookup/documents-contract.ts'
import { fakeDocument } from '../lookup/fake-corpus.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import { type SampleService, startSampleService } from './sample-service.ts'

const QUESTION = '博州水利局2031年公务用车运行费预算是多少？'

let service: SampleService
let client: Client
beforeAll(async () => {
  service = await startSampleService()
  client = await connected(service.server)
})
afterAll(async () => {
  await client.close()
  await service.close()
})

async function connected({ address }: TestServer, key?: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  const headers = key === undefined ? {} : { Authorization: `Bearer ${key}` }
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`), { requestInit: { headers } }))
  return client
}

async function call(name: string, args: Record<string, unknown> = {}, by = client) {
  const result = CallToolResultSchema.parse(await by.callTool({ name, arguments: args }))
  const [content] = result.content
  return { ...result, text: content?.type === 'text' ? content.text : '' }
}

describe('the client of the protocol', () => {
  it('finds five tools that only look, with schemas of what they take and give', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'ask',
      'lookup_figures',
      'get_table',
      'list_documents',
      'check_document',
    ])
    for (const { annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false })
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(outputSchema?.type).toBe('object')
    }
    expect(client.getInstructions()).toContain('budget')
  })

  it('asks, and asks a follow-up', async () => {
    const first = await call('ask', { question: QUESTION })
    const answer = answerSchema.parse(first.structuredContent)
    expect(answer.figures[0]).toMatchObject({ role: 'answer', value: '8.70', unit: '万元' })
    expect(first.text).toContain(`](${service.server.address}/documents/`)
    const next = await call('ask', { question: '公务接待费呢？', conversationId: answer.conversationId })
    expect(answerSchema.parse(next.structuredContent).figures[0]).toMatchObject({ value: '0.95' })
  })

  it('goes from the documents to a table and to figures in it', async () => {
    const { documents } = documentsResponseSchema.parse((await call('list_documents')).structuredContent)
    const id = documents.find(({ file }) => file === 'one.md')?.id ?? ''
    const one = await call('list_documents', { document: id })
    const tables = JSON.stringify(one.structuredContent?.tables)
    const { facts } = factsResponseSchema.parse(
      (await call('lookup_figures', { organization: '博州水利局', item: '公务接待费', table: 'three_public' }))
        .structuredContent,
    )
    expect(facts.map(({ value }) => value)).toContain('0.95')
    const tableId = facts.find(({ source }) => source.table)?.source.table?.id ?? ''
    expect(tables).toContain(tableId)
    const table = await call('get_table', { document: id, table: tableId })
    expect(publishedTableSchema.parse(table.structuredContent).id).toBe(tableId)
    expect(table.text).toContain('0.95')
  })

  it('pages through figures', async () => {
    const first = factsResponseSchema.parse((await call('lookup_figures')).structuredContent)
    expect(first.facts).toHaveLength(50)
    const second = factsResponseSchema.parse((await call('lookup_figures', { page: first.nextPage })).structuredContent)
    expect(second.facts.map(({ id }) => id)).not.toContain(first.facts[0]?.id)
  })

  it('checks a document', async () => {
    const { structuredContent, text } = await call('check_document', { document: await idOf('one.md') })
    const { findings, applied, total } = checksResponseSchema.parse(structuredContent)
    expect(Object.keys(applied).length).toBeGreaterThan(3)
    expect(text).toContain(`${total} findings`)
    expect(findings.length).toBeLessThanOrEqual(50)
  })

  it('reads documents and tables as resources', async () => {
    const { resources } = await client.listResources()
    expect(resources.length).toBe(service.corpus.documents().length)
    const [listed] = resources
    const [document] = (await client.readResource({ uri: listed?.uri ?? '' })).contents
    expect(document).toMatchObject({ mimeType: 'application/json', text: expect.stringContaining('"tables":') })
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain(
      'budget-chat://documents/{document}/tables/{table}',
    )
    const id = await idOf('one.md')
    const table = service.corpus.tables(id)[0]?.id ?? ''
    const uri = `budget-chat://documents/${id}/tables/${table}`
    const [csv] = (await client.readResource({ uri })).contents
    expect(csv).toMatchObject({ mimeType: 'text/csv', text: expect.stringContaining('财政拨款') })
    await expect(client.readResource({ uri: 'budget-chat://documents/none' })).rejects.toThrow(/document-unknown/)
  })

  it('is told what was wrong with a call, as a result that a model can read', async () => {
    expect(await call('get_table', { document: 'none', table: 'x' })).toMatchObject({
      isError: true,
      text: 'document-unknown: No document has the id none.',
    })
    expect(await call('ask', { question: '' })).toMatchObject({
      isError: true,
      text: expect.stringContaining('question'),
    })
    expect(await call('lookup_figures', { year: 'soon' })).toMatchObject({ isError: true })
  })
})

async function idOf(file: string): Promise<string> {
  return service.corpus.documents().find((document) => document.file === file)?.id ?? ''
}

it('tells nothing of an error inside', async () => {
  const broken = await startServer(
    fakeParts([], { asker: { ask: () => Promise.reject(new Error('secret path /etc')) } }),
  )
  const client = await connected(broken)
  expect(await call('ask', { question: '?' }, client)).toMatchObject({
    isError: true,
    text: 'internal: Something went wrong on our side.',
  })
  await client.close()
  await broken.stop()
})

describe('where keys are set', () => {
  let server: TestServer
  beforeAll(async () => {
    const { apiKeys } = readSettings({}, { API_KEYS: 'asker:ask,reader:read,both' })
    server = await startServer(
      fakeParts([fakeDocument('aaaa')], { access: { apiKeys, allowedOrigins: [], trustedProxies: 0 } }),
    )
  })
  afterAll(() => server.stop())

  it('each tool needs its scope', async () => {
    const reader = await connected(server, 'reader')
    expect((await call('list_documents', {}, reader)).text).toContain('aaaa')
    await expect(call('ask', { question: '?' }, reader)).rejects.toThrow(/scope-missing/)
    await reader.close()
    const both = await connected(server, 'both')
    expect((await call('ask', { question: '?' }, both)).text).toContain('4.20')
    await both.close()
    await expect(connected(server, 'asker')).rejects.toThrow(/scope-missing/)
    await expect(connected(server, 'wrong')).rejects.toThrow(/key-required/)
  })

  it.each(['[]', '{}', '[{"method":"tools/call","params":{"name":"ask"}}]'])(
    '%s without a key is refused',
    async (body) => {
      const reply = await server.call('/mcp', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
      expect(reply.json).toMatchObject({ status: 401, code: 'key-required' })
    },
  )
})

it('there is no stream to listen to, and no foreign host is answered', async () => {
  expect((await service.server.call('/mcp')).json).toMatchObject({ status: 405, code: 'method' })
  const headers = { 'Content-Type': 'application/json', Host: 'evil.example' }
  expect((await service.server.call('/mcp', { method: 'POST', headers, body: '{}' })).status).toBe(403)
})
