import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { scaleDocuments } from './scale-documents.ts'

// What uploads cost those who ask: fifty files (changed copies of the demo corpus, and small PDFs) are sent to a server at
// once while questions are asked, and how long these take is held against a quiet minute before. Prints times and their
// ratio; it fails nobody.

const { values } = parseArgs({ options: { files: { type: 'string' }, questions: { type: 'string' } } })
const fileCount = Number(values.files ?? 50)
const quietQuestions = Number(values.questions ?? 300)

const PDFS = new URL('../ingest/read/pdf/golden/', import.meta.url)
const CORPUS = new URL('../eval/corpus/', import.meta.url).pathname
const CASES = new URL('../eval/cases/demo.jsonl', import.meta.url)

const questions = readFileSync(CASES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question)

interface Sent {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

async function filesToSend(): Promise<Sent[]> {
  const pdfs = readdirSync(PDFS)
    .filter((name) => name.endsWith('.pdf'))
    .slice(0, fileCount >> 1)
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, PDFS))) }))
  const texts = await scaleDocuments(fileCount - pdfs.length)
  const encoder = new TextEncoder()
  return [...pdfs, ...texts.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }))]
}

async function startServer(dataDir: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn('node', ['--import', 'tsx', 'server/cli/serve.ts', '--data', dataDir, '--port', '0'], {
    env: { ...process.env, LOG_LEVEL: 'error', API_KEYS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const part of server.stdout) {
    const url = /http:\/\/\S+/.exec(String(part))?.[0]
    if (url !== undefined) return { server, url }
  }
  throw new Error('the server did not start')
}

async function upload(url: string, { name, bytes }: Sent): Promise<number> {
  const form = new FormData()
  form.append('files', new Blob([bytes]), name)
  const response = await fetch(new URL('/api/documents', url), { method: 'POST', body: form })
  await response.arrayBuffer()
  return response.status
}

let asked = 0
async function ask(url: string): Promise<number> {
  const began = performance.now()
  const question = questions[asked++ % questions.length]
  const response = await fetch(new URL('/api/ask', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`HTTP ${response.status} for ${question}`)
  return performance.now() - began
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const shown = (times: readonly number[]) =>
  `p50 ${at(times, 0.5).toFixed(0)} ms, p99 ${at(times, 0.99).toFixed(0)} ms (${times.length} questions)`

const folder = mkdtempSync(join(tmpdir(), 'bench-upload-'))
const { server, url } = await startServer(join(folder, 'data'))
try {
  const corpus = readdirSync(CORPUS).filter((name) => name !== 'README.md')
  for (const name of corpus) await upload(url, { name, bytes: new Uint8Array(readFileSync(join(CORPUS, name))) })
  for (let warm = 0; warm < questions.length; warm += 1) await ask(url)
  const quiet: number[] = []
  while (quiet.length < quietQuestions) quiet.push(await ask(url))
  console.log(`quiet:   ${shown(quiet)}`)

  const files = await filesToSend()
  // Making them took this process's whole attention; it has to notice that the server let idle connections go.
  await pause(200)
  const began = performance.now()
  let open = true
  const uploads = Promise.all(files.map((file) => upload(url, file))).finally(() => {
    open = false
  })
  const busy: number[] = []
  while (open) busy.push(await ask(url))
  const statuses = await uploads
  const taken = statuses.filter((status) => status === 201).length
  console.log(`uploads: ${((performance.now() - began) / 1000).toFixed(1)} s; ${taken} of ${statuses.length} files in`)
  console.log(`         others answered ${[...new Set(statuses.filter((status) => status !== 201))].join(', ') || '-'}`)
  console.log(`meanwhile: ${shown(busy)}`)
  console.log(`p99 meanwhile / quiet: ${(at(busy, 0.99) / at(quiet, 0.99)).toFixed(1)}x`)
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
