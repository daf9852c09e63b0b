import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { textWith } from './variables.ts'

/** Every text that a language model is given, with the variables it takes: `<name>.txt`, its first line "# version N". */
export const PROMPTS = {
  plan: [],
  'explain.zh': [],
  'explain.en': [],
  data: ['boundary', 'data'],
  form: ['schema'],
} as const

export type PromptName = keyof typeof PROMPTS
export type PromptVariables<N extends PromptName> = Readonly<Record<(typeof PROMPTS)[N][number], string>>

/** Which text it was that a model was given: stands in the answer's trace, and in the key of what is kept. */
export interface PromptMark {
  readonly name: PromptName
  readonly version: number
  /** First 12 hex digits of the SHA-256 of the file. */
  readonly hash: string
}

export interface FilledPrompt {
  readonly text: string
  readonly mark: PromptMark
}

interface PromptFile extends PromptMark {
  readonly template: string
}

const loaded = new Map<PromptName, PromptFile>()

function readPrompt(name: PromptName): PromptFile {
  const known = loaded.get(name)
  if (known) return known
  const file = readFileSync(fileURLToPath(new URL(`./${name}.txt`, import.meta.url)), 'utf8')
  const template = file.replace(/^(?:#.*\n)+/, '').trim()
  const hash = createHash('sha256').update(file).digest('hex').slice(0, 12)
  const read = { name, version: Number(/^# version (\d+)\n/.exec(file)?.[1]), hash, template }
  loaded.set(name, read)
  return read
}

/** A text for a model with its variables put in. Values are put in as they are; they are not read as templates again. */
export function fillPrompt<N extends PromptName>(name: N, variables: PromptVariables<N>): FilledPrompt {
  const { template, ...mark } = readPrompt(name)
  return { text: textWith(template, variables), mark }
}

/** What comes from outside, quoted as data behind a boundary that nothing in it can imitate: its own hash. */
export function quotedData(data: unknown): string {
  const json = JSON.stringify(data, null, 1)
  const boundary = createHash('sha256').update(json).digest('hex').slice(0, 16)
  return fillPrompt('data', { boundary, data: json }).text
}
