import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { type BuiltPages, ENTRIES, type EntryName, manifestSchema, type PageHead } from './built-pages.ts'

const CLIENT = fileURLToPath(new URL('./client/', import.meta.url))
const MANIFEST = 'manifest.json'

const COMMON = { configFile: false, envDir: false, logLevel: 'error', publicDir: false, root: CLIENT } as const
// What knows light-dark() and popovers.
const TARGET = ['chrome123', 'edge123', 'firefox125', 'safari17.5']

/** What the pages need in the browser, made from `client/`; nothing is written. Takes about a second. */
export async function buildPages(): Promise<BuiltPages> {
  const made = await build({
    ...COMMON,
    build: {
      assetsInlineLimit: 0,
      manifest: MANIFEST,
      // The preload polyfill would be one more script for browsers that the pages do not run in anyway.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, CLIENT + file])),
      },
      target: TARGET,
      write: false,
    },
  })
  const files = outputs(made)
  const manifest = manifestSchema.parse(JSON.parse(files[MANIFEST] ?? '{}'))
  const { [MANIFEST]: _, ...served } = files
  return {
    files: { ...served, ...(await builtWidget()), 'assets/icon.svg': await readFile(`${CLIENT}icon.svg`, 'utf8') },
    entries: {
      chat: headOf('chat'),
      source: headOf('source'),
      documents: headOf('documents'),
      tryout: headOf('tryout'),
    },
  }

  function headOf(entry: EntryName): PageHead {
    const script = manifest[ENTRIES[entry]]?.file
    if (script === undefined) throw new Error(`the build made nothing of ${ENTRIES[entry]}`)
    return { script, styles: [...new Set(stylesOf(ENTRIES[entry]))] }
  }

  /** Those of what a source file imports come before its own. */
  function stylesOf(source: string): readonly string[] {
    const chunk = manifest[source]
    return chunk ? [...chunk.imports.flatMap(stylesOf), ...chunk.css] : []
  }
}

/** The widget is one script, under a name that pages elsewhere can rely on. */
async function builtWidget(): Promise<BuiltPages['files']> {
  const made = await build({
    ...COMMON,
    build: {
      rolldownOptions: { input: `${CLIENT}widget.tsx`, output: { format: 'iife', entryFileNames: 'widget.js' } },
      target: TARGET,
      write: false,
    },
  })
  return outputs(made)
}

function outputs(made: Awaited<ReturnType<typeof build>>): Readonly<Record<string, string>> {
  if (!Array.isArray(made) && !('output' in made)) throw new Error('the build watches in place of ending')
  const items = Array.isArray(made) ? made.flatMap(({ output }) => output) : made.output
  return Object.fromEntries(items.map((item) => [item.fileName, textOf(item)]))
}

function textOf(item: Rolldown.OutputChunk | Rolldown.OutputAsset): string {
  if (item.type === 'chunk') return item.code
  return typeof item.source === 'string' ? item.source : Buffer.from(item.source).toString('utf8')
}
