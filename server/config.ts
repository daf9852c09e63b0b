import { resolve } from 'node:path'
import { z } from 'zod'
import { Problem } from '../ingest/domain/problem.ts'

export const SCOPES = ['ask', 'read', 'upload', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

export interface ApiKey {
  readonly key: string
  readonly scopes: readonly Scope[]
}

/** What flags of the command line may say instead of the environment. */
export interface SettingFlags {
  readonly data?: string | undefined
  readonly host?: string | undefined
  readonly port?: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** Printable ASCII but for ":", which begins the scopes ("," is split on before). */
const KEY_SHAPE = /^[\x21-\x39\x3b-\x7e]+$/

const apiKeys = z
  .string()
  .default('')
  .transform((text, context): readonly ApiKey[] => {
    const entries = text
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean)
    const keys = entries.map((entry) => apiKey(entry))
    keys.forEach((key, position) => {
      // The message gives the position, never the entry: it may be printed where a key must not be.
      if (typeof key === 'string')
        context.addIssue({ code: 'custom', message: `must not have an entry ${position + 1} that ${key}` })
    })
    const valid = keys.filter((key) => typeof key !== 'string')
    if (new Set(valid.map(({ key }) => key)).size < valid.length) {
      context.addIssue({ code: 'custom', message: 'must not name one key twice' })
    }
    if (text.trim() !== '' && entries.length === 0)
      context.addIssue({ code: 'custom', message: 'must hold at least one key' })
    return valid
  })

/** The key, or what is wrong with it. */
function apiKey(entry: string): ApiKey | string {
  const [key = '', scopeText, ...rest] = entry.split(':')
  if (rest.length > 0) return 'has more than one ":"'
  if (!KEY_SHAPE.test(key)) return 'has a key with characters other than printable ASCII'
  if (scopeText === undefined) return { key, scopes: ['ask', 'read'] }
  const scopes = z.array(z.enum(SCOPES)).min(1).safeParse(scopeText.split('+'))
  return scopes.success ? { key, scopes: scopes.data } : `has a scope other than ${SCOPES.join(', ')}`
}

const NO_PORT = 'must be a whole number from 0 to 65535'
const port = z
  .string()
  .regex(/^\d{1,5}$/, NO_PORT)
  .transform(Number)
  .refine((value) => value <= 65_535, NO_PORT)
const host = z.string().regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an IP address, without a port or brackets')
const httpUrl = z.string().refine(isHttpUrl, 'must be a URL that begins with http:// or https://')
const secret = z.string().regex(/^\S+$/, 'must not contain spaces')
/** A whole number within limits, with what it is for the message. */
function wholeFrom(least: number, most: number, what: string) {
  const message = `must be ${what} from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
}

const prices = z
  .string()
  .regex(/^\d+(?:\.\d+)?\/\d+(?:\.\d+)?$/, 'must be two prices of a million tokens, read and written, like 0.15/0.60')
  .transform((text) => {
    const [prompt = 0, completion = 0] = text.split('/').map(Number)
    return { prompt, completion }
  })
const origins = z.string().transform((text, context): readonly string[] => {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  for (const entry of entries) {
    if (!isHttpUrl(entry) || new URL(entry).origin !== entry) {
      context.addIssue({
        code: 'custom',
        message: 'must be a comma-separated list of origins like https://www.example.org, without a path',
      })
    }
  }
  return entries
})

/** Every variable the program reads. One left out or empty has its default. */
const environmentSchema = z.object({
  DATA_DIR: z
    .string()
    .min(1, 'must name a folder')
    .default('./data')
    .transform((path) => resolve(path)),
  HOST: host.default('127.0.0.1'),
  PORT: port.default(3000),
  OPENAI_API_KEY: secret.nullable().default(null),
  OPENAI_BASE_URL: httpUrl.nullable().default(null),
  OPENAI_MODEL: secret.default('gpt-4o-mini'),
  OPENAI_EMBEDDING_MODEL: secret.nullable().default(null),
  OPENAI_TIME_BUDGET: wholeFrom(1, 25, 'a whole number of seconds').default(15),
  OPENAI_CONCURRENCY: wholeFrom(1, 64, 'a whole number').default(4),
  OPENAI_PRICES: prices.nullable().default(null),
  API_KEYS: apiKeys,
  ALLOWED_ORIGINS: origins.default([]),
  PUBLIC_URL: httpUrl
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  SLACK_SIGNING_SECRET: secret.nullable().default(null),
  SLACK_BOT_TOKEN: secret.nullable().default(null),
  SLACK_APP_TOKEN: secret.nullable().default(null),
  SLACK_API_URL: httpUrl.nullable().default(null),
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a whole number from 0 to 9').transform(Number).default(0),
  AUDIT_LOG: z.enum(['on', 'no-text', 'off'], 'must be on, no-text or off').default('on'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
    .default('info'),
})

const SETTING_NAMES: readonly string[] = Object.keys(environmentSchema.shape)

export type LogLevel = z.output<typeof environmentSchema>['LOG_LEVEL']

/** Whether questions are written down: with their text, without it, or not at all. */
export type AuditMode = z.output<typeof environmentSchema>['AUDIT_LOG']

export interface Settings {
  /** Absolute. */
  readonly dataDir: string
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** Where there is none, the server answers loopback only. */
  readonly apiKeys: readonly ApiKey[]
  readonly allowedOrigins: readonly string[]
  /** Without a slash at the end; null where links stay relative. */
  readonly publicUrl: string | null
  readonly logLevel: LogLevel
  readonly auditLog: AuditMode
  /** Proxies in front of the server that write the client's address into X-Forwarded-For. */
  readonly trustedProxies: number
  readonly openai: {
    readonly apiKey: string | null
    readonly baseUrl: string | null
    readonly model: string
    readonly embeddingModel: string | null
    /** How long an answer may take because of the model. */
    readonly budgetMs: number
    /** Requests under way at once. */
    readonly concurrency: number
    /** Of a million tokens, in whatever currency they are billed; null where costs are not counted. */
    readonly prices: { readonly prompt: number; readonly completion: number } | null
  }
  readonly slack: {
    readonly signingSecret: string | null
    readonly botToken: string | null
    readonly appToken: string | null
    /** Address of the Web API, where it is another than Slack's. */
    readonly apiUrl: string | null
  }
}

/**
 * The one place that reads the environment; flags win over variables. Throws Problem "setting-invalid" with a sentence
 * for each bad value, naming the flag or variable it came from.
 */
export function readSettings(flags: SettingFlags = {}, environment: Environment = process.env): Settings {
  const given = new Map<string, { value: string; name: string }>()
  for (const name of SETTING_NAMES) {
    const value = environment[name]?.trim()
    if (value) given.set(name, { value, name })
  }
  for (const [flag, name] of [
    ['data', 'DATA_DIR'],
    ['host', 'HOST'],
    ['port', 'PORT'],
  ] as const) {
    const value = flags[flag]
    if (value !== undefined) given.set(name, { value, name: `--${flag}` })
  }
  const parsed = environmentSchema.safeParse(Object.fromEntries([...given].map(([name, { value }]) => [name, value])))
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => {
      const variable = String(path[0])
      const origin = given.get(variable)
      return `${origin?.name ?? variable} ${message}${showable(variable) ? `, but is "${origin?.value ?? ''}"` : ''}.`
    })
    throw new Problem('setting-invalid', sentences.join(' '))
  }
  const read = parsed.data
  assertWholeSlack(read)
  return {
    dataDir: read.DATA_DIR,
    host: read.HOST,
    port: read.PORT,
    apiKeys: read.API_KEYS,
    allowedOrigins: read.ALLOWED_ORIGINS,
    publicUrl: read.PUBLIC_URL,
    logLevel: read.LOG_LEVEL,
    auditLog: read.AUDIT_LOG,
    trustedProxies: read.TRUSTED_PROXIES,
    openai: {
      apiKey: read.OPENAI_API_KEY,
      baseUrl: read.OPENAI_BASE_URL,
      model: read.OPENAI_MODEL,
      embeddingModel: read.OPENAI_EMBEDDING_MODEL,
      budgetMs: read.OPENAI_TIME_BUDGET * 1000,
      concurrency: read.OPENAI_CONCURRENCY,
      prices: read.OPENAI_PRICES,
    },
    slack: {
      signingSecret: read.SLACK_SIGNING_SECRET,
      botToken: read.SLACK_BOT_TOKEN,
      appToken: read.SLACK_APP_TOKEN,
      apiUrl: read.SLACK_API_URL,
    },
  }
}

/** Slack needs a token to answer with, and a way to be asked. */
function assertWholeSlack(read: z.output<typeof environmentSchema>): void {
  const asked = read.SLACK_SIGNING_SECRET !== null || read.SLACK_APP_TOKEN !== null
  if (asked === (read.SLACK_BOT_TOKEN !== null)) return
  throw new Problem(
    'setting-invalid',
    asked
      ? 'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is not; Slack needs both.'
      : 'SLACK_BOT_TOKEN is set, but neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is; Slack needs one of them.',
  )
}

/** Secrets are never repeated in a message. */
function showable(variable: string): boolean {
  return !/KEY|SECRET|TOKEN/.test(variable)
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** Whether a host name or address, as in a URL (brackets allowed), can only mean this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname)
}

/** Where people find the server of these settings, without a slash at the end. */
export function serverAddress({
  publicUrl,
  host: at,
  port: on,
}: Pick<Settings, 'publicUrl' | 'host' | 'port'>): string {
  return publicUrl ?? `http://${at.includes(':') ? `[${at}]` : at}:${on}`
}

/** Throws Problem "setting-invalid" where the settings would open a server without keys to the network. */
export function assertMayListen({ host: listensOn, apiKeys: keys }: Pick<Settings, 'host' | 'apiKeys'>): void {
  if (keys.length > 0 || isLoopback(listensOn)) return
  throw new Problem(
    'setting-invalid',
    `HOST is "${listensOn}", which other machines can reach, but API_KEYS is not set. Set API_KEYS, or use HOST 127.0.0.1.`,
  )
}
