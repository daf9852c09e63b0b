import type { JSX } from 'preact'
import type { CoveredDocument } from '../../lookup/coverage-contract.ts'
import { inLanguage } from '../page-language.ts'
import { CoverageMark } from './coverage-mark.tsx'
import type { CoverageRow, Role } from './coverage-rows.ts'
import { documentQuestions } from './document-questions.ts'
import type { DocumentsWords } from './documents-words.ts'
import { questionLink } from './permalink.ts'
import { RemoveButton } from './remove-button.tsx'
import type { UploadAccess } from './upload-access.ts'
import type { Language } from './words.ts'

interface RowProps {
  readonly row: CoverageRow
  readonly roles: readonly Role[]
  readonly words: DocumentsWords
  readonly language: Language
  readonly access: UploadAccess
  readonly onRemoved: () => void
}

/** A document with what it holds and what can be done with it, or that it is missing. */
export function CoverageLine({ row, roles, words, language, access, onRemoved }: RowProps): JSX.Element {
  const { document, organization, fiscalYear, basis } = row
  const year = fiscalYear === null ? words.unknown : String(fiscalYear)
  const kind = basis === null ? words.unknown : words.bases[basis]
  if (!document)
    return (
      <tr class="not-held">
        <th scope="row">{organization}</th>
        <td>{year}</td>
        <td>{kind}</td>
        <td colSpan={roles.length}>{words.notHeld}</td>
      </tr>
    )
  const address = `/documents/${encodeURIComponent(document.id)}`
  const questions = documentQuestions(document, language)
  return (
    <tr>
      <th scope="row">
        <a href={inLanguage(address, language)}>{organization}</a>{' '}
        <span class="quiet">{document.level === null ? '' : words.levels[document.level]}</span>
        <p class="quiet">
          {document.file} ·{' '}
          {words.read(document.tables.length, document.facts, `${(document.understood * 100).toFixed(1)}%`)}
          {document.contradictions > 0 ? ` · ${words.contradictions(document.contradictions)}` : ''}
        </p>
        <div class="row-tools">
          {questions.length > 0 && (
            <details>
              <summary>{words.questions}</summary>
              <ul>
                {questions.map((question) => (
                  <li key={question}>
                    <a href={questionLink(question)}>{question}</a>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <RemoveButton {...{ document, words, access, onRemoved }} />
        </div>
      </th>
      <td>{year}</td>
      <td>{kind}</td>
      {roles.map((role) => (
        <TableState key={role} role={role} document={document} words={words} language={language} />
      ))}
    </tr>
  )
}

interface StateProps {
  readonly role: Role
  readonly document: CoveredDocument
  readonly words: DocumentsWords
  readonly language: Language
}

function TableState({ role, document, words, language }: StateProps): JSX.Element {
  const table = document.tables.find((own) => own.role === role)
  if (!table)
    return (
      <td class="role">
        <CoverageMark state="absent" words={words} />
      </td>
    )
  const address = `/documents/${encodeURIComponent(document.id)}?table=${encodeURIComponent(table.id)}`
  return (
    <td class="role">
      <a href={inLanguage(address, language)} title={`${words.roles[role]}: ${words[table.state]}`}>
        <CoverageMark state={table.state} words={words} />
      </a>
    </td>
  )
}
