import { afterEach, describe, expect, it } from 'vitest'
import { WorkerReader, type WorkerReaderOptions } from './document-reader.ts'
import { sampleDocument } from './index/sample-documents.ts'
import { samplePdf } from './read/pdf/sample-pdf.ts'
import { readDocument } from './read-document.ts'

const PAGES = 4
const pdf = samplePdf(
  Array.from({ length: PAGES }, (_, page) => [
    { text: `青石县水务局2032年公务接待费 ${page + 1}.50 万元。`, x: 50, y: 700 },
  ]),
)

let open: WorkerReader[] = []
afterEach(async () => {
  await Promise.all(open.map((reader) => reader.close()))
  open = []
})

function reader(options: WorkerReaderOptions = {}): WorkerReader {
  const made = new WorkerReader(options)
  open.push(made)
  return made
}

/** A thread that reads four pages, each as `onPage` of them says, and then `rest`: JavaScript that knows `page` and `file`. */
function thread(onPage: string, rest = ''): URL {
  const code = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ file, skip }) => {
      parentPort.postMessage({ kind: 'begun' })
      for (let page = 1; page <= ${PAGES}; page += 1) {
        if (!skip.includes(page)) { ${onPage} }
        parentPort.postMessage({ kind: 'page', page, of: ${PAGES} })
      }
      ${rest}
      parentPort.postMessage({ kind: 'read', document: ${JSON.stringify(sampleDocument({ id: 'd' }))} })
    })`
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}

const HANG = 'for (;;) {}'

describe('a reader with a thread', () => {
  it('reads a PDF as it is read without one, and tells of each page', async () => {
    const pages: number[] = []
    const { record, ...document } = await reader().read(pdf, 'a.pdf', (page, of) => pages.push(page, of))
    const { record: recordHere, ...here } = await readDocument(pdf, 'a.pdf')
    expect(document).toEqual(here)
    expect(record).toEqual({ ...recordHere, ingestedAt: record.ingestedAt })
    expect(pages).toEqual([1, 4, 2, 4, 3, 4, 4, 4])
  })

  it('reads a text without starting one', async () => {
    const read = reader({ script: new URL('file:///nowhere.js') })
    const { record } = await read.read(Buffer.from('青石县水务局2032年公务接待费 1.50 万元。'), 'a.txt')
    expect(record.facts).toBe(1)
  })

  it('refuses what cannot be read for the reason it is refused without one, and reads on', async () => {
    const read = reader()
    const reason = { code: 'pdf-damaged', message: expect.stringContaining('cut.pdf') }
    await expect(read.read(Buffer.from('%PDF-1.7'), 'cut.pdf')).rejects.toMatchObject(reason)
    expect((await read.read(pdf, 'a.pdf')).record.facts).toBe(PAGES)
  })

  it('reads files one after another, however they are asked for', async () => {
    const read = reader()
    const all = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map((file) => read.read(pdf, file)))
    expect(all.map(({ record }) => record.file)).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  })
})

describe('a thread that does not get on', () => {
  it('is ended, and the file read without the page it was stuck on, with a warning', async () => {
    const script = thread(`if (page === 2 || page === 4) ${HANG}`)
    const { record } = await reader({ script, pageLimitMs: 200 }).read(pdf, 'a.pdf')
    expect(record.warnings).toEqual(
      [2, 4].map((page) => ({
        code: 'page-timeout',
        message: `Page ${page} took too long to read and is left out.`,
        line: null,
        page,
      })),
    )
  })

  it('gives the file up where leaving the page out does not help', async () => {
    const read = reader({ script: thread('', `if (file === 'a.pdf') ${HANG}`), pageLimitMs: 100, restLimitMs: 100 })
    const reason = { code: 'reading-failed', message: expect.stringMatching(/^a\.pdf takes too long/) }
    await expect(read.read(pdf, 'a.pdf')).rejects.toMatchObject(reason)
    expect((await read.read(pdf, 'b.pdf')).record.id).toBe('d')
    const before = thread(HANG).href.replace(encodeURIComponent('!skip.includes(page)'), 'true')
    await expect(reader({ script: new URL(before), pageLimitMs: 100 }).read(pdf, 'a.pdf')).rejects.toMatchObject({
      ...reason,
      message: 'a.pdf takes too long to read: it was given up at page 1.',
    })
  })

  it('does not count what this thread itself was busy with', async () => {
    const read = reader({ script: thread(''), pageLimitMs: 50, restLimitMs: 50 })
    await read.read(pdf, 'a.pdf')
    const reading = read.read(pdf, 'b.pdf')
    await new Promise((resolve) => setTimeout(resolve, 0))
    for (const until = performance.now() + 300; performance.now() < until; );
    expect((await reading).record.warnings).toEqual([])
  })
})

describe('a file without pages', () => {
  const archive = Buffer.from([0x50, 0x4b, 0x03, 0x04])

  it('is read in the thread too, and given up as a whole', async () => {
    const read = reader({ script: thread('', `if (file === 'a.zip') ${HANG}`), pageLimitMs: 50, restLimitMs: 200 })
    await expect(read.read(archive, 'a.zip')).rejects.toMatchObject({
      code: 'reading-failed',
      message: 'a.zip takes too long to read: it was given up.',
    })
    expect((await read.read(archive, 'b.zip')).record.warnings).toEqual([])
  })
})

describe('a thread that breaks', () => {
  it.each([
    [
      'throws',
      "setTimeout(() => { throw new Error('bad') }); return",
      'reading-failed',
      'a.pdf could not be read: bad',
    ],
    ['ends', 'process.exit(3)', 'reading-failed', 'a.pdf could not be read: the reader ended before it was through.'],
    [
      'takes all memory',
      'const all = []; for (;;) all.push(new Array(1e5).fill(page).map(String))',
      'file-too-large',
      'a.pdf takes more than 32 MB of memory to read.',
    ],
  ])('as it %s refuses its file only', async (_, fault, code, message) => {
    const read = reader({ script: thread(`if (file === 'a.pdf') { ${fault} }`), memoryMb: 32 })
    await expect(read.read(pdf, 'a.pdf')).rejects.toMatchObject({ code, message })
    expect((await read.read(pdf, 'b.pdf')).record.id).toBe('d')
  })

  it('refuses every file where it cannot be started', async () => {
    const read = reader({ script: new URL('file:///nowhere.js') })
    await expect(read.read(pdf, 'a.pdf')).rejects.toMatchObject({ code: 'reading-failed' })
  })
})
