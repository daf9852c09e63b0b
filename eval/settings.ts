import { parseArgs } from 'node:util'
import { z } from 'zod'

/** Arguments that make no sense; the message says why. */
export class UnusableArguments extends Error {}

export const USAGE = `usage: npm run eval -- [--data DIR | --url URL] [--docs DIR] [--mode auto|offline] [--only ID,ID] [--quick]
                       [--concurrency N] [--misses] [--html OUT.html] [--json OUT.json] [--min 0.9]
                       [--update-baseline] [FILES…]
  FILES     gold questions, JSON lines (default ../shared/gold/questions.jsonl, else eval/cases/demo.jsonl)
  --data    an ingested data folder to serve (default: a temporary one, ingested from --docs)
  --url     a running server to ask instead of starting one (its retrieval cannot be measured)
  --docs    the source texts (default ../shared/documents, else eval/corpus)
  --quick   ask the assistant only: no stock RAG, no retrieval quality
  --html    where the report is written (default .cache/eval.html)
  --json    where every result is written as JSON
  --min     least share of correct answers; below it the exit status is 1
  --update-baseline  write what was reached to eval/baseline.json, against which the tests hold later trees`

const settingsSchema = z.object({
  data: z.string().min(1).optional(),
  url: z.url().optional(),
  docs: z.string().min(1).optional(),
  mode: z.enum(['auto', 'offline']).optional(),
  only: z
    .string()
    .transform((ids) => ids.split(',').map((id) => id.trim()))
    .optional(),
  concurrency: z.coerce.number().int().min(1).max(64).default(2),
  misses: z.boolean().default(false),
  quick: z.boolean().default(false),
  'update-baseline': z.boolean().default(false),
  html: z.string().min(1).optional(),
  json: z.string().min(1).optional(),
  min: z.coerce.number().min(0).max(1).optional(),
})
export type Settings = z.infer<typeof settingsSchema> & { readonly files: readonly string[] }

function parsed(args: readonly string[]): { values: unknown; positionals: string[] } {
  const option = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: option,
        url: option,
        docs: option,
        mode: option,
        only: option,
        concurrency: option,
        misses: { type: 'boolean' },
        quick: { type: 'boolean' },
        'update-baseline': { type: 'boolean' },
        html: option,
        json: option,
        min: option,
      },
    })
  } catch (cause) {
    throw new UnusableArguments(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** Reads the command line; throws UnusableArguments. */
export function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = parsed(args)
  const settings = settingsSchema.safeParse(values)
  if (!settings.success)
    throw new UnusableArguments(
      settings.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '),
      { cause: settings.error },
    )
  if (settings.data.url !== undefined && settings.data.data !== undefined)
    throw new UnusableArguments('--url and --data exclude each other')
  const { quick, url, only, docs, 'update-baseline': updates } = settings.data
  const partly = quick || url !== undefined || only !== undefined || docs !== undefined || positionals.length > 0
  if (updates && partly)
    throw new UnusableArguments('--update-baseline takes a whole run over the default questions and documents')
  return { ...settings.data, files: positionals }
}
