import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DISCLOSURE, PLAIN_DISCLOSURE } from './sample-disclosure.ts'
import { sampleDocx } from './sample-docx.ts'

// Writes the golden Word files: as described, and as LibreOffice saves them, where soffice is installed.

const GOLDEN = join(import.meta.dirname, '..', 'golden')
const described = join(GOLDEN, 'disclosure.docx')
writeFileSync(described, sampleDocx(DISCLOSURE))
const plain = join(GOLDEN, 'disclosure-by-libreoffice.docx')
writeFileSync(plain, sampleDocx(PLAIN_DISCLOSURE))
const work = mkdtempSync(join(tmpdir(), 'budget-chat-docx-'))
const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
const run = spawnSync('soffice', ['--headless', profile, '--convert-to', 'docx', '--outdir', work, plain])
if (run.status === 0) copyFileSync(join(work, 'disclosure-by-libreoffice.docx'), plain)
rmSync(work, { recursive: true })
