import { readFile } from 'node:fs/promises'

/** Everything of the folder that is served; a file not named here is not. */
const ASSETS = {
  'index.html': 'text/html; charset=utf-8',
  'base.css': 'text/css; charset=utf-8',
  'chat.css': 'text/css; charset=utf-8',
  'source.css': 'text/css; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'answer-view.js': 'text/javascript; charset=utf-8',
  'examples.js': 'text/javascript; charset=utf-8',
  'markdown.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'source.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const

export type AssetName = keyof typeof ASSETS

/** The asset of this name; null where it is not served. */
export function findAsset(name: string): AssetName | null {
  return isAsset(name) ? name : null
}

function isAsset(name: string): name is AssetName {
  return Object.hasOwn(ASSETS, name)
}

export interface Asset {
  readonly mediaType: string
  readonly content: Buffer
}

export async function readAsset(name: AssetName): Promise<Asset> {
  return { mediaType: ASSETS[name], content: await readFile(new URL(`./assets/${name}`, import.meta.url)) }
}
