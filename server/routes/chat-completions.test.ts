import { ChatOpenAI } from '@langchain/openai'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Asker } from '../answer/ask.ts'
import { readSettings } from '../config.ts'
import { chatCompletionSchema, openaiErrorSchema } from '../openai/contract.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import { type SampleService, startSampleService } from './sample-service.ts'

const QUESTION = '博州水利局2031年公务用车运行费预算是多少？'

let service: SampleService
let client: OpenAI
beforeAll(async () => {
  service = await startSampleService()
  client = clientOf(service.server)
})
afterAll(() => service.close())

const clientOf = ({ address }: TestServer, apiKey = 'none') =>
  new OpenAI({ baseURL: `${address}/v1`, apiKey, maxRetries: 0 })
const user = (content: string) => ({ role: 'user', content }) as const
const ask = (content: string) => client.chat.completions.create({ model: 'budget-chat', messages: [user(content)] })
const post = (body: unknown, headers: Record<string, string> = {}, server = service.server) =>
  server.call('/v1/chat/completions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('the client of OpenAI', () => {
  it('lists the one model, and finds it', async () => {
    const models = await client.models.list()
    expect(models.data.map(({ id }) => id)).toEqual(['budget-chat'])
    expect(await client.models.retrieve('budget-chat')).toMatchObject({ object: 'model' })
    await expect(client.models.retrieve('gpt-x')).rejects.toMatchObject({ status: 404, code: 'model-unknown' })
  })

  it('gets the answer with footnotes, annotations and usage', async () => {
    const completion = chatCompletionSchema.parse(await ask(QUESTION))
    const { content, annotations } = completion.choices[0]?.message ?? { content: '', annotations: [] }
    expect(content).toContain('**8.70 万元**[^1]')
    const link = new RegExp(
      `\\[\\^1\\]: \\[.*水利局 2031 .*\\]\\(${service.server.address}/documents/\\w+\\?\\S+\\) one\\.md:\\d+: `,
    )
    expect(content).toMatch(link)
    expect(annotations.length).toBeGreaterThan(0)
    for (const { url_citation } of annotations) {
      expect(content.slice(url_citation.start_index, url_citation.end_index)).toMatch(/^\[\^\d+\]$/)
      const page = await service.server.call(url_citation.url.slice(service.server.address.length))
      expect(page.status).toBe(200)
      expect(url_citation.title).toContain('水利局')
    }
    expect(completion.usage.completion_tokens).toBeGreaterThan(20)
    expect(completion.usage.total_tokens).toBe(completion.usage.prompt_tokens + completion.usage.completion_tokens)
  })

  it('gets the same text piece by piece, annotations and usage at its end', async () => {
    const whole = (await ask(QUESTION)).choices[0]?.message
    const stream = await client.chat.completions.create({
      model: 'budget-chat',
      messages: [user(QUESTION)],
      stream: true,
      stream_options: { include_usage: true },
    })
    const chunks = []
    for await (const chunk of stream) chunks.push(chunk)
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(whole?.content)
    expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant')
    expect(JSON.stringify(chunks)).toContain(JSON.stringify(whole?.annotations))
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop')
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } })
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1)
  })

  it('lets a question lean on those before it, and on no other conversation', async () => {
    const first = await ask(QUESTION)
    const told = { role: 'assistant', content: first.choices[0]?.message.content ?? '' } as const
    const continued = await client.chat.completions.create({
      model: 'budget-chat',
      messages: [{ role: 'system', content: 'Be brief.' }, user(QUESTION), told, user('公务接待费呢？')],
    })
    expect(continued.choices[0]?.message.content).toContain('0.95 万元')
    const parts = [
      { type: 'text', text: '文山州2031年' } as const,
      { type: 'text', text: '公务接待费预算是多少？' } as const,
    ]
    const branched = await client.chat.completions.create({
      model: 'budget-chat',
      messages: [{ role: 'user', content: parts }],
    })
    expect(branched.choices[0]?.message.content).toContain('文山')
    const alone = await ask('公务接待费呢？')
    expect(alone.choices[0]?.message.content).not.toContain('0.95 万元[^1]')
  })

  it('is told what can be asked instead', async () => {
    const completion = await ask('三公经费预算是多少？')
    expect(completion.choices[0]?.message.content).toMatch(/可以这样问：\n- .+？\n- /)
  })

  it('throws the errors it knows', async () => {
    await expect(client.chat.completions.create({ model: 'gpt-x', messages: [user('?')] })).rejects.toBeInstanceOf(
      OpenAI.NotFoundError,
    )
    await expect(ask('问'.repeat(2001))).rejects.toBeInstanceOf(OpenAI.BadRequestError)
    const { apiKeys } = readSettings({}, { API_KEYS: 'good-key,reader:read' })
    const keyed = await startServer(
      fakeParts([], { access: { apiKeys, allowedOrigins: [], trustedProxies: 0 }, now: () => 0 }),
    )
    await expect(clientOf(keyed, 'wrong').models.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError)
    await expect(clientOf(keyed, 'reader').models.list()).rejects.toBeInstanceOf(OpenAI.PermissionDeniedError)
    expect((await clientOf(keyed, 'good-key').models.list()).data.length).toBe(1)
    const many = Array.from({ length: 320 }, () =>
      keyed.call('/v1/models', { headers: { Authorization: 'Bearer good-key' } }),
    )
    const refused = (await Promise.all(many)).find(({ status }) => status === 429)
    expect(refused?.headers['retry-after']).toMatch(/^\d+$/)
    await expect(clientOf(keyed, 'good-key').models.list()).rejects.toBeInstanceOf(OpenAI.RateLimitError)
    await keyed.stop()
  })

  it('is told of an error in the midst of a stream', async () => {
    const asker: Asker = {
      ask: async (_request, listener) => {
        listener?.delta('Half of it ')
        throw new Problem('index-damaged', 'secret path')
      },
    }
    const broken = await startServer(fakeParts([], { asker }))
    const stream = await clientOf(broken).chat.completions.create({
      model: 'budget-chat',
      messages: [user('?')],
      stream: true,
    })
    const read = async () => {
      for await (const chunk of stream) expect(JSON.stringify(chunk)).not.toContain('secret')
    }
    await expect(read()).rejects.toThrow(/cannot be read/)
    await broken.stop()
  })

  it('is told of an error before a stream by the status', async () => {
    const empty = await startServer(fakeParts(null))
    const asked = clientOf(empty).chat.completions.create({ model: 'budget-chat', messages: [user('?')], stream: true })
    await expect(asked).rejects.toMatchObject({ status: 503, code: 'index-missing', type: 'server_error' })
    await empty.stop()
  })
})

it('a chat model of LangChain holds a conversation', async () => {
  const model = new ChatOpenAI({
    model: 'budget-chat',
    apiKey: 'none',
    maxRetries: 0,
    configuration: { baseURL: `${service.server.address}/v1` },
  })
  const first = await model.invoke(QUESTION)
  expect(first.text).toContain('8.70 万元')
  expect(first.text).toContain('[^1]: ')
  const pieces = []
  for await (const piece of await model.stream([['user', QUESTION], first, ['user', '公务接待费呢？']]))
    pieces.push(piece.text)
  expect(pieces.join('')).toContain('0.95 万元')
})

describe('requests that cannot be taken', () => {
  const good = { model: 'budget-chat', messages: [user('?')] }
  it.each<[unknown, string]>([
    [{ messages: [user('?')] }, 'model'],
    [{ ...good, messages: [] }, 'messages'],
    [{ ...good, messages: [{ role: 'poet', content: '?' }] }, 'messages.0.role'],
    [{ ...good, n: 2 }, 'n'],
    [{ ...good, response_format: { type: 'json_object' } }, 'response_format.type'],
  ])('%j is refused, naming %s', async (body, param) => {
    const reply = await post(body)
    expect(reply.status).toBe(400)
    expect(openaiErrorSchema.parse(reply.json).error).toMatchObject({
      type: 'invalid_request_error',
      param,
      code: 'request-invalid',
    })
  })

  it.each<[string, unknown, number, string]>([
    ['no message of the user', { ...good, messages: [{ role: 'system', content: 'x' }] }, 400, 'request-invalid'],
    ['a picture', { ...good, messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 400, 'request-invalid'],
    ['nothing asked', { ...good, messages: [{ role: 'user', content: null }] }, 400, 'request-invalid'],
    ['no JSON', '{', 400, 'request-invalid'],
    ['too much', { ...good, user: 'x'.repeat(1024 * 1024) }, 413, 'request-too-large'],
  ])('%s is refused', async (_name, body, status, code) => {
    const reply = await post(body)
    expect(reply.status).toBe(status)
    expect(openaiErrorSchema.parse(reply.json).error.code).toBe(code)
  })

  it.each([
    ['/v1/chat/completions', 405, 'method'],
    ['/v1/nothing', 404, 'not-found'],
  ])('GET %s has an error in the same shape', async (path, status, code) => {
    const reply = await service.server.call(path)
    expect(reply.status).toBe(status)
    expect(openaiErrorSchema.parse(reply.json).error.code).toBe(code)
  })

  it('foreign hosts and other media types as well', async () => {
    const foreign = await post(good, { Host: 'evil.example' })
    expect(openaiErrorSchema.parse(foreign.json).error).toMatchObject({
      code: 'host-refused',
      type: 'permission_error',
    })
    const form = await post('model=x', { 'Content-Type': 'application/x-www-form-urlencoded' })
    expect(form.status).toBe(415)
    expect(openaiErrorSchema.parse(form.json).error.code).toBe('media-type')
  })
})

it('takes a conversation of 500 KB', async () => {
  const long = { role: 'assistant', content: '答'.repeat(160_000) } as const
  const reply = await post({ model: 'budget-chat', messages: [user(QUESTION), long, user('公务接待费呢？')] })
  expect(reply.text).toContain('0.95 万元')
})

it('links to PUBLIC_URL where it is set', async () => {
  const published = await startServer({ ...service.parts, publicUrl: 'https://budget.example/app' })
  const reply = await post({ model: 'budget-chat', messages: [user(QUESTION)] }, {}, published)
  expect(reply.text).toContain('(https://budget.example/app/documents/')
  await published.stop()
})
