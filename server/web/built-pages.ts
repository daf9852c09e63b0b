import { z } from 'zod'

/** The pages, and the file of `client/` that each of them starts from. */
export const ENTRIES = {
  chat: 'chat.tsx',
  source: 'source.ts',
  documents: 'documents.tsx',
  tryout: 'widget-tryout.ts',
} as const
export type EntryName = keyof typeof ENTRIES

const headSchema = z.object({ script: z.string(), styles: z.array(z.string()) })
/** The files that a page loads at once, by their addresses without the leading "/". */
export type PageHead = z.infer<typeof headSchema>

export const builtPagesSchema = z.object({
  files: z.record(z.string(), z.string()),
  entries: z.object({ chat: headSchema, source: headSchema, documents: headSchema, tryout: headSchema }),
})
/** Everything built for browsers: texts by their addresses, and what each page begins with. */
export type BuiltPages = z.infer<typeof builtPagesSchema>

/** As Vite writes it; keys are source files. */
export const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]), imports: z.array(z.string()).default([]) }),
)
