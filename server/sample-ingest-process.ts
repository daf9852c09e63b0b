import { once } from 'node:events'
import { SampleEmbedder } from '../ingest/index/sample-embedder.ts'
import { ingestPaths } from '../ingest/pipeline.ts'

// For tests that kill an ingest: a process that says "ready", waits on its standard input for the folder to read,
// ingests its files into the data folder of its command line, says so when only the last steps are left, and ends.

const [dataDir = ''] = process.argv.slice(2)
process.stdout.write('ready')
const [source] = await once(process.stdin, 'data')
let embedded = false
const { refused } = await ingestPaths({
  paths: [String(source)],
  dataDir,
  embedder: new SampleEmbedder(),
  onProgress: ({ stage, done, total }) => {
    if (embedded && stage === 'write' && done === total) process.stdout.write('nearly done')
    embedded ||= stage === 'embed' && done === total
  },
})
process.exit(refused.length === 0 ? 0 : 1)
