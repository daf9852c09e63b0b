import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DISCLOSURE } from './sample-disclosure.ts'
import { sampleXlsx } from './sample-xlsx.ts'

// Writes the golden workbooks anew: as they are described, and as LibreOffice saves them, where it is installed. Run it by
// hand: npx tsx ingest/read/xlsx/samples/sample-write.ts

const GOLDEN = join(import.meta.dirname, '..', 'golden')
const path = join(GOLDEN, 'disclosure.xlsx')
writeFileSync(path, sampleXlsx(DISCLOSURE))
const saved = mkdtempSync(join(tmpdir(), 'budget-chat-golden-'))
const profile = join(saved, 'profile')
spawnSync('soffice', [
  '--headless',
  `-env:UserInstallation=file://${profile}`,
  '--convert-to',
  'xlsx',
  '--outdir',
  saved,
  path,
])
const made = join(saved, 'disclosure.xlsx')
if (existsSync(made)) copyFileSync(made, join(GOLDEN, 'disclosure-by-libreoffice.xlsx'))
rmSync(saved, { recursive: true })
