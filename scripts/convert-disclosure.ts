import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Makes the Word, PDF and Excel files of ingest/one-disclosure from its HTML, by LibreOffice (soffice). They are kept in the
// tree, so that nobody needs LibreOffice to run the tests; run this after a change of the HTML.

const FOLDER = join(import.meta.dirname, '..', 'ingest', 'one-disclosure')
const work = mkdtempSync(join(tmpdir(), 'budget-chat-disclosure-'))

function convert(args: readonly string[]): void {
  const home = `-env:UserInstallation=file://${join(work, 'profile')}`
  const run = spawnSync('soffice', ['--headless', home, ...args, '--outdir', work], { encoding: 'utf8' })
  if (run.error || run.status !== 0) throw new Error(`soffice ${args.join(' ')} failed: ${run.error ?? run.stderr}`)
}

/** A sheet shows as many decimals as its cells' format says, which a page of the web cannot tell but in LibreOffice's own words. */
function withNumberFormats(html: string): string {
  return html.replace(
    /<td( align="right")?>([\d,]+\.\d\d)</g,
    (_, align = '', printed: string) =>
      `<td${align} sdval="${printed.replaceAll(',', '')}" sdnum="2052;0;#,##0.00">${printed}<`,
  )
}

const html = join(work, 'disclosure.html')
copyFileSync(join(FOLDER, 'disclosure.html'), html)
convert(['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML', html])
convert(['--convert-to', 'pdf', join(work, 'disclosure.docx')])
writeFileSync(html, withNumberFormats(readFileSync(html, 'utf8')))
convert(['--infilter=HTML (StarCalc)', '--convert-to', 'xlsx', html])
for (const extension of ['docx', 'pdf', 'xlsx'])
  copyFileSync(join(work, `disclosure.${extension}`), join(FOLDER, `disclosure.${extension}`))
rmSync(work, { recursive: true })
console.log(`disclosure.docx, .pdf and .xlsx are made anew in ${FOLDER}`)
