import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Problem } from '../ingest/domain/problem.ts'
import { assertMayListen, isLoopback, readSettings } from './config.ts'

function failure(environment: Record<string, string>, flags = {}): string {
  try {
    readSettings(flags, environment)
  } catch (error) {
    if (error instanceof Problem && error.code === 'setting-invalid') return error.message
    throw error
  }
  throw new Error('the settings were accepted')
}

describe('readSettings', () => {
  it('has the defaults of the contract', () => {
    expect(readSettings({}, {})).toMatchObject({
      dataDir: resolve('./data'),
      host: '127.0.0.1',
      port: 3000,
      apiKeys: [],
      allowedOrigins: [],
      publicUrl: null,
      logLevel: 'info',
      auditLog: 'on',
      trustedProxies: 0,
      openai: { apiKey: null, baseUrl: null, budgetMs: 15_000, concurrency: 4, prices: null },
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readSettings({}, { PORT: '', API_KEYS: ' ', PUBLIC_URL: '' })).toMatchObject({
      port: 3000,
      apiKeys: [],
      publicUrl: null,
    })
  })

  it('lets flags win over variables', () => {
    const settings = readSettings(
      { data: '/tmp/x', host: '::1', port: '0' },
      { DATA_DIR: 'y', HOST: 'localhost', PORT: '80' },
    )
    expect(settings).toMatchObject({ dataDir: '/tmp/x', host: '::1', port: 0 })
  })

  it('reads what a model costs and how long it may take', () => {
    expect(readSettings({}, { OPENAI_PRICES: '0.15/0.60', OPENAI_TIME_BUDGET: '7' }).openai).toMatchObject({
      prices: { prompt: 0.15, completion: 0.6 },
      budgetMs: 7000,
    })
  })

  it('reads keys with and without scopes', () => {
    expect(readSettings({}, { API_KEYS: 'plain-key, other-key:admin+upload' }).apiKeys).toEqual([
      { key: 'plain-key', scopes: ['ask', 'read'] },
      { key: 'other-key', scopes: ['admin', 'upload'] },
    ])
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, but is "abc".'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, but is "65536".'],
    [{ HOST: 'http://x' }, 'HOST must be a host name or an IP address, without a port or brackets, but is "http://x".'],
    [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL must be a URL that begins with http:// or https://, but is "ftp://x".'],
    [{ OPENAI_BASE_URL: 'nowhere' }, 'OPENAI_BASE_URL must be a URL'],
    [{ ALLOWED_ORIGINS: 'https://a.example/path' }, 'ALLOWED_ORIGINS must be a comma-separated list of origins'],
    [{ OPENAI_TIME_BUDGET: '0' }, 'OPENAI_TIME_BUDGET must be a whole number of seconds from 1 to 25, but is "0".'],
    [{ OPENAI_CONCURRENCY: 'many' }, 'OPENAI_CONCURRENCY must be a whole number from 1 to 64, but is "many".'],
    [{ OPENAI_PRICES: '1' }, 'OPENAI_PRICES must be two prices of a million tokens'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info, debug or silent, but is "loud".'],
    [{ AUDIT_LOG: 'yes' }, 'AUDIT_LOG must be on, no-text or off, but is "yes".'],
    [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES must be a whole number from 0 to 9, but is "-1".'],
    [
      { API_KEYS: 'good-key,bad-key:sing' },
      'API_KEYS must not have an entry 2 that has a scope other than ask, read, upload, admin.',
    ],
    [{ API_KEYS: 'a:b:c' }, 'API_KEYS must not have an entry 1 that has more than one ":".'],
    [{ API_KEYS: 'same-key,same-key:admin' }, 'API_KEYS must not name one key twice.'],
    [{ API_KEYS: ',' }, 'API_KEYS must hold at least one key.'],
  ])('refuses %o with a sentence that names it', (environment, sentence) => {
    expect(failure(environment)).toContain(sentence)
  })

  it('names the flag where the value came from a flag', () => {
    expect(failure({ PORT: '80' }, { port: '-1' })).toBe('--port must be a whole number from 0 to 65535, but is "-1".')
  })

  it('names every bad value at once', () => {
    expect(failure({ PORT: 'x', LOG_LEVEL: 'y' })).toMatch(/PORT.*LOG_LEVEL/)
  })

  it('never repeats a secret', () => {
    expect(failure({ API_KEYS: 'top-secret:everything', SLACK_BOT_TOKEN: 'xoxb secret' })).not.toMatch(
      /top-secret|xoxb/,
    )
  })
})

describe('Slack', () => {
  const secret = { SLACK_SIGNING_SECRET: 'signing' }
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' }
  const app = { SLACK_APP_TOKEN: 'xapp-1' }

  it.each([{}, { ...secret, ...bot }, { ...app, ...bot }, { ...secret, ...app, ...bot }])('takes %o', (environment) => {
    expect(readSettings({}, environment).slack.botToken).toBe('SLACK_BOT_TOKEN' in environment ? 'xoxb-1' : null)
  })

  it.each([
    [secret, 'but SLACK_BOT_TOKEN is not'],
    [app, 'but SLACK_BOT_TOKEN is not'],
    [bot, 'SLACK_BOT_TOKEN is set, but neither'],
    [{ ...secret, ...bot, SLACK_API_URL: 'slack.com' }, 'SLACK_API_URL must be a URL'],
  ])('refuses %o with a sentence that names what is missing', (environment, sentence) => {
    expect(failure(environment)).toContain(sentence)
  })
})

describe('assertMayListen', () => {
  it('allows loopback without keys and any host with keys', () => {
    expect(() => assertMayListen({ host: '127.0.0.1', apiKeys: [] })).not.toThrow()
    expect(() => assertMayListen({ host: '0.0.0.0', apiKeys: [{ key: 'k', scopes: ['ask'] }] })).not.toThrow()
  })

  it('refuses any other host without keys', () => {
    expect(() => assertMayListen({ host: '0.0.0.0', apiKeys: [] })).toThrow(/HOST is "0.0.0.0".*API_KEYS/)
  })
})

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['[::1]', true],
  ['LOCALHOST', true],
  ['0.0.0.0', false],
  ['::', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['10.0.0.1', false],
])('isLoopback(%s) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
