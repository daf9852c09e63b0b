import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type CheckedText, checkText, type Planted, plantError } from './planted-errors.ts'

// How often the checks find one figure that was changed: reads text documents, changes one figure that takes part in a
// relation at a time, at random, and counts what is found, and whether the changed figure is named as the culprit. The
// same seed changes the same figures. It fails nobody.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    missed: { type: 'boolean' },
  },
})

const FOLDERS = ['../shared/documents', 'eval/corpus']

function defaultFiles(): string[] {
  const folder = FOLDERS.find((name) => existsSync(name)) ?? '.'
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
    .map((name) => join(folder, name))
}

/** Numbers from 0 up to 1, always the same for a seed (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Sample {
  readonly file: string
  readonly text: string
  readonly checked: CheckedText
}

async function sampleOf(file: string): Promise<Sample> {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  return { file, text, checked: await checkText(text) }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part}/${whole} = ${((100 * part) / whole).toFixed(1)}%`
}

function printMissed(file: string, { figure, changed, found }: Planted): void {
  const { line, raw, rules } = figure
  console.log(`${found ? 'not named' : 'missed'} ${basename(file)}:${line} ${raw} → ${changed} (${rules.join(', ')})`)
}

const samples = await Promise.all((positionals.length > 0 ? positionals : defaultFiles()).map(sampleOf))
const random = randomFrom(Number(values.seed))
const figures = samples.flatMap((sample) => sample.checked.figures.map((figure) => ({ sample, figure })))
const planted: Planted[] = []
for (let time = 0; time < Number(values.times); time += 1) {
  const drawn = figures[Math.floor(random() * figures.length)]
  if (!drawn) break
  const { sample, figure } = drawn
  const one = await plantError(sample.text, sample.checked, figure, random)
  planted.push(one)
  const wanted = figure.rules.length > 1 ? one.named : one.found
  if (values.missed && !wanted) printMissed(sample.file, one)
}
const several = planted.filter(({ figure }) => figure.rules.length > 1)
console.log(`${figures.length} figures in relations, in ${samples.length} documents`)
console.log(`found: ${percent(planted.filter(({ found }) => found).length, planted.length)}`)
console.log(
  `named where in two relations or more: ${percent(several.filter(({ named }) => named).length, several.length)}`,
)
console.log(`findings of the unchanged text lost: ${planted.reduce((sum, { lost }) => sum + lost.length, 0)}`)
