import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LineFile } from './line-file.ts'

let folder: string
let path: string
const log = { warn: vi.fn() }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-lines-'))
  path = join(folder, 'audit', 'lines.jsonl')
  log.warn.mockClear()
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

it('appends lines in order, for its owner only', async () => {
  const file = new LineFile(path, log)
  for (let at = 0; at < 1000; at += 1) file.append(String(at))
  await file.flushed()
  expect(readFileSync(path, 'utf8')).toBe(Array.from({ length: 1000 }, (_, at) => `${at}\n`).join(''))
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(log.warn).not.toHaveBeenCalled()
})

it('keeps what is there, and begins anew behind a line that was cut short', async () => {
  const first = new LineFile(path, log)
  first.append('whole')
  await first.flushed()
  appendFileSync(path, '{"cut')
  const second = new LineFile(path, log)
  second.append('next')
  await second.flushed()
  expect(readFileSync(path, 'utf8')).toBe('whole\n{"cut\nnext\n')
})

it('puts a full file aside and loses no line', async () => {
  const file = new LineFile(path, log, { fileBytes: 100 })
  const lines = Array.from({ length: 50 }, (_, at) => `line ${String(at).padStart(3, '0')}`)
  for (const line of lines) {
    file.append(line)
    await file.flushed()
    // Files put aside are named by the millisecond.
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const names = readdirSync(join(folder, 'audit')).sort()
  expect(names.length).toBeGreaterThan(4)
  for (const name of names) expect(statSync(join(folder, 'audit', name)).size).toBeLessThanOrEqual(100)
  const written = names.flatMap((name) =>
    readFileSync(join(folder, 'audit', name), 'utf8')
      .trimEnd()
      .split('\n'),
  )
  expect(written.sort()).toEqual(lines)
})

it('bounds the file also where many lines come at once', async () => {
  const file = new LineFile(path, log, { fileBytes: 100 })
  for (let at = 0; at < 8; at += 1) file.append('x'.repeat(40))
  await file.flushed()
  for (const name of readdirSync(join(folder, 'audit')))
    expect(statSync(join(folder, 'audit', name)).size).toBeLessThanOrEqual(100)
})

it('warns once where lines cannot be written, and says so when they can again', async () => {
  // A file in the place of the folder fails for every account, root included.
  writeFileSync(join(folder, 'audit'), '')
  const file = new LineFile(path, log)
  for (let at = 0; at < 5; at += 1) {
    file.append('lost')
    await file.flushed()
  }
  expect(log.warn).toHaveBeenCalledTimes(1)
  rmSync(join(folder, 'audit'))
  file.append('kept')
  await file.flushed()
  expect(readFileSync(path, 'utf8')).toBe('kept\n')
  expect(log.warn).toHaveBeenCalledTimes(2)
  expect(log.warn.mock.calls[1]?.[0]).toMatchObject({ lost: 5 })
})

it('drops what a slow disk leaves waiting, so that memory stays bounded', async () => {
  const file = new LineFile(path, log, { waitingBytes: 100 })
  for (let at = 0; at < 1000; at += 1) file.append('x'.repeat(9))
  await file.flushed()
  expect(readFileSync(path, 'utf8').length).toBeLessThanOrEqual(200)
  expect(log.warn).toHaveBeenCalled()
})
