import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { budgetOf } from './budget.ts'
import type { ChatRequest } from './chat.ts'
import { createChatModel } from './chat-model.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { Guard } from './guard.ts'
import { ModelFailure } from './model-failure.ts'
import type { ModelCall } from './observer.ts'
import { createOpenAiEndpoint } from './openai-endpoint.ts'
import { RETRIES } from './retries.ts'
import { type SampleCall, type SampleReply, type SampleServer, startSampleServer } from './sample-server.ts'

const FORM = { name: 'colour', schema: z.strictObject({ colour: z.enum(['red', 'green']) }) }
const SAID = { do: 'say', text: 'The first. The second.' } as const

let server: SampleServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

/** A model on a server that does as told, and what was told of its calls. */
async function modelOn(behave: (call: SampleCall, count: number) => SampleReply, breaker = new CircuitBreaker()) {
  let count = 0
  server = await startSampleServer((call) => behave(call, count++))
  const observed: ModelCall[] = []
  const guard = new Guard({ breaker, observer: { called: (call) => observed.push(call) } })
  const endpoint = createOpenAiEndpoint({ apiKey: 'key-1', baseUrl: server.url }, 'some-model')
  const model = createChatModel(endpoint, { guard, retries: { ...RETRIES, firstWaitMs: 1 } })
  return { model, observed, server }
}

function request(change: Partial<ChatRequest> = {}): ChatRequest {
  return {
    purpose: 'explain',
    messages: [
      { role: 'system', text: 'Be brief.' },
      { role: 'user', text: 'What?' },
    ],
    maxTokens: 50,
    budget: budgetOf(3000),
    ...change,
  }
}

async function read(
  pieces: AsyncGenerator<string, { complete: boolean }>,
): Promise<{ text: string; complete: boolean }> {
  let text = ''
  for (;;) {
    const next = await pieces.next()
    if (next.done) return { text, complete: next.value.complete }
    text += next.value
  }
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof ModelFailure) return error.reason
    throw error
  }
}

describe('text, over real HTTP', () => {
  test('comes in pieces, with its end and its cost', async () => {
    const { model, observed, server } = await modelOn(() => SAID)
    expect(await read(model.write(request()))).toEqual({ text: SAID.text, complete: true })
    expect(server.calls[0]).toMatchObject({
      stream: true,
      system: 'Be brief.',
      user: 'What?',
      authorization: 'Bearer key-1',
      body: { model: 'some-model', max_tokens: 50, temperature: 0 },
    })
    expect(observed).toMatchObject([
      { purpose: 'explain', outcome: 'ok', usage: { promptTokens: 11, completionTokens: 7 } },
    ])
  })

  test('comes in one from a server that does not stream', async () => {
    const { model } = await modelOn(() => ({ do: 'unstreamed', text: 'All at once.' }))
    expect(await read(model.write(request()))).toEqual({ text: 'All at once.', complete: true })
  })

  test.each(['quiet', 'cut'] as const)('that is broken off (%s) is not complete', async (how) => {
    const { model } = await modelOn(() => ({ do: 'break', text: 'Half a sent', how }))
    const pieces = model.write(request())
    expect((await pieces.next()).value).toBe('Half a sent')
    const end = await pieces.next().catch((error: unknown) => error)
    if (how === 'quiet') expect(end).toEqual({ done: true, value: { complete: false } })
    else expect(end).toBeInstanceOf(ModelFailure)
  })

  test('that was cut for its length is not complete', async () => {
    const { model } = await modelOn(() => ({ ...SAID, finish: 'length' }))
    expect((await read(model.write(request()))).complete).toBe(false)
  })

  test('of a million letters is read no further than is of use', async () => {
    const { model } = await modelOn(() => ({ do: 'say', text: 'lie '.repeat(250_000), pieces: 500 }))
    const { text, complete } = await read(model.write(request()))
    expect(text.length).toBeLessThanOrEqual(20_000)
    expect(complete).toBe(false)
  })

  test('of many million letters, unstreamed, is not even held', async () => {
    const { model } = await modelOn(() => ({ do: 'unstreamed', text: 'x'.repeat(5_000_000) }))
    expect(await reasonOf(read(model.write(request())))).toBe('bad-reply')
  })

  test('stops where its reader leaves', async () => {
    const { model, server } = await modelOn(() => ({ do: 'break', text: 'Enough', how: 'hang' }))
    for await (const piece of model.write(request())) {
      expect(piece).toBe('Enough')
      break
    }
    await expect.poll(() => server.abandoned()).toBe(1)
  })

  test.each([{ do: 'hang' }, { do: 'break', text: 'Then silence', how: 'hang' }] satisfies SampleReply[])(
    'ends with its budget: %o',
    async (reply) => {
      const { model, observed, server } = await modelOn(() => reply)
      expect(await reasonOf(read(model.write(request({ budget: budgetOf(80) }))))).toBe('timeout')
      expect(observed.map(({ outcome }) => outcome)).toEqual(['timeout'])
      await expect.poll(() => server.abandoned()).toBe(1)
    },
  )

  test('ends with whoever asked', async () => {
    const caller = new AbortController()
    const breaker = new CircuitBreaker({ failures: 1 })
    const { model, server } = await modelOn(() => ({ do: 'hang' }), breaker)
    const read1 = reasonOf(read(model.write(request({ budget: budgetOf(3000, caller.signal) }))))
    await expect.poll(() => server.calls.length).toBe(1)
    caller.abort()
    expect(await read1).toBe('timeout')
    await expect.poll(() => server.abandoned()).toBe(1)
    expect(breaker.resting).toBe(false)
  })
})

describe('a server that fails', () => {
  test.each([
    [{ do: 'status', status: 500 }, 'server-error', 3],
    [{ do: 'status', status: 429 }, 'rate-limited', 3],
    [{ do: 'status', status: 401 }, 'forbidden', 1],
    [{ do: 'status', status: 404 }, 'bad-request', 1],
    [{ do: 'raw', type: 'text/html', text: '<h1>Welcome</h1>' }, 'bad-reply', 1],
    [{ do: 'raw', type: 'application/json', text: '{"choices": 3}' }, 'bad-reply', 1],
    [
      { do: 'raw', type: 'text/event-stream', text: 'data: {"choices": [{"delta": {"content": 7}}]}\n\n' },
      'bad-reply',
      1,
    ],
    [{ do: 'raw', type: 'text/event-stream', text: 'data: {not json\n\n' }, 'bad-reply', 1],
    [
      { do: 'raw', type: 'text/event-stream', text: 'data: {"error": {"message": "overloaded"}}\n\n' },
      'server-error',
      3,
    ],
  ] satisfies [SampleReply, string, number][])('%o is %s, tried %i times', async (reply, reason, tries) => {
    const { model, server } = await modelOn(() => reply)
    expect(await reasonOf(read(model.write(request())))).toBe(reason)
    expect(server.calls).toHaveLength(tries)
  })

  test('for a moment is tried again', async () => {
    const { model } = await modelOn((_, count) => (count < 2 ? { do: 'status', status: 503 } : SAID))
    expect((await read(model.write(request()))).text).toBe(SAID.text)
  })

  test('and asks for more patience than there is is not waited for', async () => {
    const { model, server } = await modelOn(() => ({ do: 'status', status: 429, headers: { 'retry-after': '60' } }))
    const began = performance.now()
    expect(await reasonOf(read(model.write(request())))).toBe('rate-limited')
    expect(server.calls).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('is left alone after a while', async () => {
    const { model, server } = await modelOn(() => ({ do: 'status', status: 401 }), new CircuitBreaker({ failures: 2 }))
    const outcomes = []
    for (let at = 0; at < 3; at += 1) outcomes.push(await reasonOf(read(model.write(request()))))
    expect(outcomes).toEqual(['forbidden', 'forbidden', 'resting'])
    expect(server.calls).toHaveLength(2)
  })

  test('that is not there is told as such', async () => {
    const { model, server } = await modelOn(() => SAID)
    await server.close()
    expect(await reasonOf(read(model.write(request())))).toBe('unreachable')
  })
})

describe('a form', () => {
  const GREEN = '{"colour": "green"}'
  const lacking =
    (...ways: readonly SampleCall['way'][]) =>
    ({ way }: SampleCall): SampleReply =>
      ways.includes(way)
        ? { do: 'status', status: 400, body: '{"error": {"message": "unknown field"}}' }
        : { do: 'say', text: GREEN }

  test.each([
    [[], ['json_schema']],
    [['json_schema'], ['json_schema', 'tool']],
    [
      ['json_schema', 'tool'],
      ['json_schema', 'tool', 'json_object'],
    ],
    [
      ['json_schema', 'tool', 'json_object'],
      ['json_schema', 'tool', 'json_object', 'text'],
    ],
  ] satisfies [SampleCall['way'][], SampleCall['way'][]][])(
    'is filled by a server that lacks %j',
    async (lacks, tried) => {
      const { model, server } = await modelOn(lacking(...lacks))
      expect(await model.fill(request({ purpose: 'plan' }), FORM)).toEqual({ colour: 'green' })
      expect(server.calls.map(({ way }) => way)).toEqual(tried)
      await model.fill(request(), FORM)
      expect(server.calls.at(-1)?.way).toBe(tried.at(-1))
      expect(server.calls).toHaveLength(tried.length + 1)
    },
  )

  test('is described in words where the server takes no schema', async () => {
    const { model, server } = await modelOn(lacking('json_schema', 'tool'))
    await model.fill(request(), FORM)
    expect(server.calls[0]?.system).toBe('Be brief.')
    expect(server.calls.at(-1)?.system).toMatch(/^Be brief\.[\s\S]*"enum":\["red","green"\]/)
  })

  test.each([`Sure!\n\`\`\`json\n${GREEN}\n\`\`\``, `Here it is: ${GREEN}. Anything else?`])(
    'is found in %j',
    async (text) => {
      const { model } = await modelOn(() => ({ do: 'say', text }))
      expect(await model.fill(request(), FORM)).toEqual({ colour: 'green' })
    },
  )

  test.each(['', 'no', '{"colour": "blue"}', '{"colour": "green", "too": 1}', '{"colour": "gre'])(
    'is refused where it holds %j, after one other try',
    async (text) => {
      const { model, server, observed } = await modelOn(() => ({ do: 'say', text }))
      expect(await reasonOf(model.fill(request(), FORM))).toBe('bad-reply')
      expect(server.calls).toHaveLength(2)
      expect(observed).toMatchObject([{ outcome: 'bad-reply', usage: { promptTokens: 22 } }])
    },
  )

  test('is asked for in another way where the surest is not understood', async () => {
    const { model, server } = await modelOn(({ way }) => ({
      do: 'say',
      text: way === 'json_schema' ? 'Gladly.' : GREEN,
    }))
    expect(await model.fill(request(), FORM)).toEqual({ colour: 'green' })
    await model.fill(request(), FORM)
    expect(server.calls.map(({ way }) => way)).toEqual(['json_schema', 'tool', 'tool'])
  })
})

test('what a server differs in is learnt from what it refuses', async () => {
  const { model, server } = await modelOn(({ body }) => {
    for (const name of ['max_tokens', 'temperature', 'stream_options'] as const)
      if (name in body)
        return { do: 'status', status: 400, body: JSON.stringify({ error: { message: `Unsupported: ${name}` } }) }
    return SAID
  })
  expect((await read(model.write(request()))).text).toBe(SAID.text)
  await read(model.write(request()))
  expect(server.calls).toHaveLength(5)
  expect(server.calls.at(-1)?.body).toMatchObject({ max_completion_tokens: 50 })
})
