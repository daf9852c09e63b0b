import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAsker } from '../answer/ask.ts'
import { SAMPLE_TEXTS } from '../answer/sample-texts.ts'
import { openSources } from '../read-sources.ts'
import { openSampleIndex, writeSampleTexts } from '../sample-index.ts'
import { askCommand } from './ask-command.ts'
import { runFake as run } from './fake-terminal.ts'
import { verifyCommand } from './verify-command.ts'

const QUESTION = '博州水利局2031年公务用车运行费预算是多少？'

let folder: string
let index: Awaited<ReturnType<typeof openSampleIndex>>
const slip = () => join(folder, 'slip.json')
const source = () => join(folder, 'one.md')
const verify = verifyCommand({
  open: async () => ({ corpus: await index.door.current(), close: () => undefined }),
  openSources,
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-slip-'))
  index = await openSampleIndex(SAMPLE_TEXTS)
  writeSampleTexts(SAMPLE_TEXTS, folder)
  const { door } = index
  const ask = askCommand(async () => ({ asker: createAsker(door), door, close: () => undefined }))
  expect((await run(ask, [QUESTION, '--slip', slip()])).code).toBe(0)
  expect(await run(ask, [QUESTION, '--slip', folder])).toMatchObject({
    code: 1,
    err: expect.stringContaining('written'),
  })
})
afterAll(() => {
  index.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('verify', () => {
  it('proves a slip by what the data folder holds, and by the source itself, whatever it is called', async () => {
    const held = await run(verify, [slip()])
    expect(held).toMatchObject({ code: 0, out: expect.stringMatching(/^holds: 1 sources, \d+ cells/) })
    writeFileSync(join(folder, 'copy.md'), readFileSync(source()))
    expect(await run(verify, [slip(), '--source', join(folder, 'copy.md')])).toEqual(held)
  })

  it('names the cell whose digit was changed in the source', async () => {
    const changed = join(folder, 'changed')
    const texts = SAMPLE_TEXTS.map(({ file, text }) => ({ file, text: text.replace('| 8.70 | ', '| 8.71 | ') }))
    writeSampleTexts(texts, changed)
    const { code, out } = await run(verify, [slip(), '--source', changed])
    expect(code).toBe(4)
    expect(out).toContain('DOES NOT HOLD')
    expect(out).toMatch(
      /\[1\] 表八 .*公务用车运行费, one\.md:\d+ “8\.70” does not stand there as cited; there stands: .*8\.71/,
    )
    expect(out).toMatch(/source one\.md is not the file that was cited/)
  })

  it('says of a source that was changed elsewhere that it is another file', async () => {
    const path = join(folder, 'appended', 'one.md')
    writeSampleTexts(
      [{ file: 'one.md', text: `${readFileSync(source(), 'utf8')}\n补充说明。\n` }],
      join(folder, 'appended'),
    )
    const { code, out } = await run(verify, [slip(), '--source', path])
    expect(code).toBe(4)
    expect(out).toContain('stands in the changed file as well, but is not proven by it')
  })

  it('says which source is not there', async () => {
    const { code, out } = await run(verify, [slip(), '--source', join(folder, 'two.txt')])
    expect(code).toBe(4)
    expect(out).toContain('its source is not here')
  })

  it('names the cell whose digit was changed in the slip', async () => {
    const altered = join(folder, 'altered.json')
    writeFileSync(altered, readFileSync(slip(), 'utf8').replace('"raw": "8.70"', '"raw": "8.71"'))
    const { code, out } = await run(verify, [altered, '--json'])
    expect(code).toBe(4)
    expect(JSON.parse(out)).toMatchObject({
      holds: false,
      faults: [{ what: 'seal' }, { what: 'cell', citation: 1 }, {}],
    })
  })

  it('tells what could not be tried from wrong usage', async () => {
    expect((await run(verify, [join(folder, 'none.json')])).code).toBe(1)
    expect((await run(verify, [source()])).err).toContain('no JSON')
    expect((await run(verify, [slip(), '--source', join(folder, 'none.md')])).code).toBe(1)
    expect((await run(verify, [])).code).toBe(2)
    expect((await run(verify, [slip(), slip()])).code).toBe(2)
    expect((await run(verify, ['--help'])).out).toMatch(/^Usage: npm run -s verify/)
  })
})
