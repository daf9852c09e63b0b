import { expect, it } from 'vitest'
import { randomOf } from '../ingest/index/sample-random.ts'
import { temporaryFolder } from '../ingest/index/temporary-folder.ts'
import { interruptIngests } from './sample-interruptions.ts'

it('loses nothing that was served when an ingest is killed, 200 times', async () => {
  const { before, after, ended } = await interruptIngests(temporaryFolder(), 200, randomOf(200))
  expect(before, `killed before the new index was served; after: ${after}, too late: ${ended}`).toBeGreaterThan(50)
  expect(before + after + ended).toBe(200)
})
