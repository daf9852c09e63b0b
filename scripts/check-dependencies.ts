import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Holds the lines of .dependency-cruiser.cjs, and makes sure that every source file was read. */
const ROOMS = ['ingest', 'prompts', 'server', 'eval', 'scripts']
const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'

const reportSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        comment: z.string().optional(),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
  }),
})
type Report = z.infer<typeof reportSchema>

function sourceFiles(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(room, name))
}

function cruise(rooms: readonly string[]): Report {
  const args = [CRUISER, ...rooms, '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.stdout === '') throw new Error(`the cruiser gave no report: ${run.stderr}`)
  return reportSchema.parse(JSON.parse(run.stdout))
}

function describe({ rule, from, to, cycle, comment }: Report['summary']['violations'][number]): string {
  const path = cycle ? [from, ...cycle.map((step) => step.name)] : [from, to]
  return `${rule.name}: ${path.join(' → ')}${comment ? ` (${comment})` : ''}`
}

const rooms = ROOMS.filter((room) => existsSync(room))
const files = rooms.flatMap(sourceFiles)
const report = cruise(rooms)
const read = new Set(report.modules.map((module) => module.source))
// A cruiser that does not know the TypeScript at hand reads nothing and finds nothing wrong.
const unread = files.filter((file) => !read.has(file))
const faults = [
  ...(files.length === 0 ? ['there is no source file to check'] : []),
  ...unread.map((file) => `not read: ${file}`),
  ...report.summary.violations.map(describe),
]
for (const fault of faults) console.error(fault)
console.log(`${files.length - unread.length} of ${files.length} source files read, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
