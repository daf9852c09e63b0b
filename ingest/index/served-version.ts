import { folderOf, namedVersion, versionsIn } from './index-folders.ts'
import { checkSize, readManifest } from './manifest.ts'

/**
 * The version that is served now; null where there is none yet. Where the file that names it was lost or damaged, it is
 * the newest whole one: an ingest leaves no other, but for one it was about to serve.
 */
export async function servedVersion(dataDir: string): Promise<string | null> {
  const named = await namedVersion(dataDir)
  if (named !== null) return named
  for (const version of await versionsIn(dataDir)) {
    if (await isWhole(folderOf(dataDir, version))) return version
  }
  return null
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    await checkSize(folder, (await readManifest(folder)).store)
    return true
  } catch {
    return false
  }
}
