import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readGold, UnusableGold } from '../gold.ts'
import { UnusableArguments } from '../settings.ts'
import { disclosureFiles } from '../sources.ts'
import { changeCorpus } from './corpus.ts'
import { NothingToChange } from './naming.ts'
import { changeQuestion } from './questions.ts'

const USAGE = `usage: npx tsx eval/changed/main.ts --docs DIR --gold FILE [--gold FILE …] --out DIR [--seed N] [--first-character]
  Writes OUT/documents and OUT/gold: the texts of DIR and their questions with other organisations, years and amounts.
  --seed             which other ones (default 1)
  --first-character  short forms by rule (红州 for 红河州) where the documents have one (克州)
  Further FILEs may also follow without --gold.`

const settingsSchema = z.object({
  docs: z.string().min(1),
  gold: z.array(z.string().min(1)).default([]),
  out: z.string().min(1),
  seed: z.coerce.number().int().nonnegative().default(1),
  'first-character': z.boolean().default(false),
})
type Settings = z.infer<typeof settingsSchema>

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const warn = (line: string): boolean => process.stderr.write(`${line}\n`)

function parsed(args: readonly string[]): { values: object; positionals: string[] } {
  const option = { type: 'string' } as const
  const options = {
    docs: option,
    gold: { type: 'string', multiple: true },
    out: option,
    seed: option,
    'first-character': { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new UnusableArguments(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function settingsOf(args: readonly string[]): Settings {
  const { values, positionals } = parsed(args)
  const settings = settingsSchema.safeParse(values)
  if (!settings.success) throw new UnusableArguments(z.prettifyError(settings.error), { cause: settings.error })
  return { ...settings.data, gold: [...settings.data.gold, ...positionals] }
}

/** Empties the folder; refuses where it would empty one it reads from. */
function freshFolder(settings: Settings, name: string): string {
  const folder = join(settings.out, name)
  const read = [settings.docs, ...settings.gold.map((file) => dirname(file))].map((path) => resolve(path))
  if (read.some((path) => `${path}/`.startsWith(`${resolve(folder)}/`)))
    throw new UnusableArguments(`--out: would overwrite ${folder}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

function run(settings: Settings): void {
  const texts = disclosureFiles(settings.docs)
    .filter((file) => /\.(?:txt|md)$/i.test(file))
    .map((file): [string, string] => [file, readFileSync(join(settings.docs, file), 'utf8')])
  const corpus = changeCorpus(new Map(texts), settings.seed, { firstCharacter: settings['first-character'] })
  const gold = settings.gold.map((file) => ({ file, questions: readGold(file) }))
  const documents = freshFolder(settings, 'documents')
  for (const { file, changedFile, changed } of corpus.documents) {
    writeFileSync(join(documents, changedFile), changed)
    say(`${file} -> ${changedFile}`)
  }
  say(`years ${corpus.years > 0 ? '+' : ''}${corpus.years}, amounts x ${corpus.factor}`)
  const folder = freshFolder(settings, 'gold')
  for (const { file, questions } of gold) {
    const results = questions.map((question) => changeQuestion(question, corpus))
    const kept = results.flatMap((result) => (result.kind === 'changed' ? [JSON.stringify(result.question)] : []))
    writeFileSync(join(folder, basename(file)), kept.map((line) => `${line}\n`).join(''))
    say(`${basename(file)}: ${kept.length} of ${questions.length} questions`)
    for (const result of results) if (result.kind === 'dropped') say(`  dropped ${result.id}: ${result.why}`)
  }
}

/** Exit status: 0; 2 for unusable arguments, documents or gold. */
try {
  run(settingsOf(process.argv.slice(2)))
} catch (error) {
  if (error instanceof UnusableArguments) warn(`${error.message}\n${USAGE}`)
  else if (error instanceof UnusableGold || error instanceof NothingToChange) warn(error.message)
  else throw error
  process.exitCode = 2
}
