import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SAMPLE_TEXTS } from '../answer/sample-texts.ts'
import { ingest } from '../assemble.ts'
import { writeSampleTexts } from '../sample-index.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-mcp-'))
  const paths = writeSampleTexts(SAMPLE_TEXTS, join(folder, 'texts'))
  await ingest({ paths, dataDir: join(folder, 'data'), replaceAll: true, onProgress: () => undefined })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the client of the protocol starts the command and asks over its stdin and stdout', {
  timeout: 60_000,
}, async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--import', 'tsx', 'server/cli/mcp.ts', '--data', join(folder, 'data')],
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  expect((await client.listTools()).tools).toHaveLength(5)
  const answer = await client.callTool({
    name: 'ask',
    arguments: { question: '博州水利局2031年公务用车运行费预算是多少？' },
  })
  expect(answer.structuredContent).toMatchObject({ figures: [{ value: '8.70' }, {}] })
  expect(JSON.stringify(answer.content)).toContain('http://127.0.0.1:3000/documents/')
  const wrong = await client.callTool({ name: 'get_table', arguments: { document: 'none', table: 'x' } })
  expect(wrong).toMatchObject({ isError: true })
  await client.close()
})
