import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CoveredDocument } from '../../lookup/coverage-contract.ts'
import { CoverageLine } from './coverage-line.tsx'
import { CoverageMark } from './coverage-mark.tsx'
import { coverageRows, shownRoles } from './coverage-rows.ts'
import type { DocumentsWords } from './documents-words.ts'
import type { UploadAccess } from './upload-access.ts'
import type { Language } from './words.ts'

interface CoverageProps {
  readonly words: DocumentsWords
  readonly language: Language
  readonly documents: readonly CoveredDocument[]
  readonly access: UploadAccess
  readonly onRemoved: () => void
}

const ROWS_AT_ONCE = 60

/** Organisations, years and bases against tables: what is held, declared empty, and absent. */
export function CoverageTable(props: CoverageProps): JSX.Element {
  const { words, documents } = props
  const [wanted, setWanted] = useState('')
  const [most, setMost] = useState(ROWS_AT_ONCE)
  const rows = coverageRows(documents, wanted)
  const roles = shownRoles(documents)
  const held = rows.filter(({ document }) => document !== null).length
  return (
    <section class="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{words.title}</h2>
      {documents.length === 0 && <p>{words.nothing}</p>}
      {documents.length > 0 && (
        <>
          <div class="coverage-tools">
            <label>
              {words.filter}{' '}
              <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
            </label>
            <span role="status">{words.shown(held, documents.length)}</span>
            <span class="legend">
              <CoverageMark state="held" words={words} /> {words.held} <CoverageMark state="empty" words={words} />{' '}
              {words.empty} <CoverageMark state="absent" words={words} /> {words.absent}
            </span>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section class="wide" tabIndex={0} aria-labelledby="coverage-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.organization}</th>
                  <th scope="col">{words.year}</th>
                  <th scope="col">{words.basis}</th>
                  {roles.map((role) => (
                    <th key={role} scope="col" class="role">
                      {words.roles[role]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, most).map((row) => (
                  <CoverageLine key={row.key} row={row} roles={roles} {...props} />
                ))}
              </tbody>
            </table>
          </section>
          {rows.length > most && (
            <button type="button" class="plain" onClick={() => setMost(most + ROWS_AT_ONCE)}>
              {words.more}
            </button>
          )}
        </>
      )}
    </section>
  )
}
