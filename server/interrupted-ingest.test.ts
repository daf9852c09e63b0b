import { expect, it } from 'vitest'
import { randomOf } from '../ingest/index/sample-random.ts'
import { temporaryFolder } from '../ingest/index/temporary-folder.ts'
import { interruptIngests } from './sample-interruptions.ts'

it('loses nothing that was served when an ingest is killed, 20 times', { timeout: 240_000 }, async () => {
  const { before, after, ended } = await interruptIngests(temporaryFolder(), 20, randomOf(20))
  expect(before + after + ended).toBe(20)
  expect(before).toBeGreaterThan(0)
})
