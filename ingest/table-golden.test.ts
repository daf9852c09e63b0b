import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Table } from './domain/table.ts'
import { readText } from './read/text.ts'
import { buildTables } from './tables/build.ts'

const GOLDEN = new URL('tables/golden/', import.meta.url)

/** A table in lines that a person can check against the printed one. */
function rendered(table: Table): string {
  const columns = table.columns.map(
    ({ path, kind, unit }, index) => `  ${index} ${kind} ${path.join(' / ')}${unit ? ` (${unit})` : ''}`,
  )
  const rows = table.rows.map(({ kind, code, label, parents, source }, index) => {
    const cells = table.cells.filter((cell) => cell.row === index).map((cell) => `${cell.column}=${cell.text}`)
    const path = [...parents, label].join(' > ')
    return `  L${source.from} ${kind}${code ? ` [${code}]` : ''} ${path}: ${cells.join(' | ')}`
  })
  const head = `${table.id} ${table.number ?? '-'} ${table.title || '(untitled)'} · ${table.role} · ${table.unit ?? 'no unit'}`
  const note = table.emptyNote ? [`  note L${table.emptyNote.source.from}: ${table.emptyNote.text}`] : []
  const project = table.project ? [`  project ${table.project}`] : []
  return [`${head} · L${table.source.from}-${table.source.to}`, ...project, ...columns, ...rows, ...note].join('\n')
}

describe('buildTables', () => {
  it.each(readdirSync(GOLDEN).filter((file) => file.endsWith('.txt')))('reads %s', async (file) => {
    const lines = readFileSync(new URL(file, GOLDEN), 'utf8').split('\n')
    const tables = buildTables(readText(lines), 'd', ['青石县水务局']).map(({ table }) => table)
    await expect(`${tables.map(rendered).join('\n\n')}\n`).toMatchFileSnapshot(
      new URL(file.replace('.txt', '.golden'), GOLDEN).pathname,
    )
  })
})
