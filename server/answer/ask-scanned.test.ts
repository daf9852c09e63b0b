import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleScans } from '../../ingest/read/pdf/sample-scan.ts'
import { openSampleIndex } from '../sample-index.ts'
import { createAsker } from './ask.ts'
import { expectPromises } from './sample-promises.ts'

const QUESTION = '渡口管理所2027年卫生健康支出预算是多少？'
/** Reading a page takes seconds on a busy machine. */
const PATIENCE_MS = 120_000

let samples: Awaited<ReturnType<typeof openSampleIndex>>[]

beforeAll(async () => {
  const { whole, withoutTotals } = await sampleScans()
  const open = (text: Buffer) => openSampleIndex([{ file: 'scan.pdf', text }])
  samples = [await open(whole), await open(withoutTotals)]
}, PATIENCE_MS)
afterAll(() => {
  for (const sample of samples) sample.close()
})

async function answerOf(at: number) {
  const sample = samples[at]
  if (!sample) throw new Error('no such sample')
  const answer = await createAsker(sample.door).ask({ question: QUESTION })
  expectPromises(answer, await sample.door.current())
  return answer
}

describe('a figure read from an image', () => {
  it('is verified where a sum of its table bears it out, and said to be from an image', async () => {
    const answer = await answerOf(0)
    expect(answer.figures[0]).toMatchObject({ value: '61.08', check: 'verified' })
    expect(answer.notices).toContainEqual(
      expect.objectContaining({ kind: 'coverage', message: expect.stringContaining('图像') }),
    )
  })

  it('is unconfirmed where no sum does', async () => {
    const answer = await answerOf(1)
    expect(answer.figures[0]).toMatchObject({ value: '61.08', check: 'unconfirmed' })
    expect(answer.notices).toContainEqual(
      expect.objectContaining({ kind: 'unsupported', message: expect.stringContaining('核实') }),
    )
  })
})
