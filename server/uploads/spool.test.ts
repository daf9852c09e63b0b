import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../ingest/index/temporary-folder.ts'
import { openSpool, sweepSpools } from './spool.ts'

test('a spool is a folder of its own inside the data folder, and goes with all it holds', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const [one, other] = [await openSpool(dataDir), await openSpool(dataDir)]
  expect(one.folder).not.toBe(other.folder)
  writeFileSync(join(one.folder, '0'), 'x')
  await one.remove()
  expect(existsSync(one.folder)).toBe(false)
  expect(existsSync(other.folder)).toBe(true)
})

test('what a server that is no more has left is swept away, that of one at work stays', async () => {
  const dataDir = temporaryFolder()
  const left = ['999999999-a', `${process.pid}-b`, 'nobody']
  for (const name of left) mkdirSync(join(dataDir, 'uploads', name), { recursive: true })
  mkdirSync(join(dataDir, 'uploads', `${process.ppid}-c`))
  await sweepSpools(dataDir)
  expect(readdirSync(join(dataDir, 'uploads'))).toEqual([`${process.ppid}-c`])
  await sweepSpools(join(dataDir, 'missing'))
})

test('a data folder that cannot be written to is named', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  await expect(openSpool(file)).rejects.toMatchObject({ code: 'folder-unwritable' })
})
