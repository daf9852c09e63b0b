import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { UploadReport } from '../../routes/uploads-contract.ts'
import { inLanguage } from '../page-language.ts'
import { type UploadOptions, type UploadProgress, upload } from './document-calls.ts'
import type { DocumentsWords } from './documents-words.ts'
import { problemText } from './problem-text.ts'
import { troubleText } from './trouble-text.ts'
import type { UploadAccess } from './upload-access.ts'
import { UploadFields } from './upload-fields.tsx'
import { warningLine } from './warning-line.ts'
import type { Language } from './words.ts'

interface UploadProps {
  readonly words: DocumentsWords
  readonly language: Language
  readonly access: UploadAccess
  readonly onDone: () => void
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly progress: UploadProgress }
  | { readonly kind: 'done'; readonly report: UploadReport }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Takes files in: how far they are, and what became of each. */
export function UploadPanel({ words, language, access, onDone }: UploadProps): JSX.Element {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [onDuplicate, setOnDuplicate] = useState<UploadOptions['onDuplicate']>('keep')
  const [over, setOver] = useState(false)
  const send = (files: FileList | null | undefined): void => {
    if (state.kind === 'busy' || !files || files.length === 0) return
    upload([...files], { onDuplicate, key: access.key }, (progress) => setState({ kind: 'busy', progress }))
      .then((report) => {
        setState({ kind: 'done', report })
        onDone()
      })
      .catch((error: unknown) => {
        setState({ kind: 'failed', error })
        access.refused(error)
      })
  }
  return (
    <section
      class={`upload${over ? ' over' : ''}`}
      aria-labelledby="upload-title"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        send(event.dataTransfer?.files)
      }}
    >
      <h2 id="upload-title">{words.upload}</h2>
      <p class="quiet">{words.uploadHint}</p>
      <UploadFields {...{ words, access, onDuplicate, setOnDuplicate, send }} isBusy={state.kind === 'busy'} />
      <div role="status">
        {state.kind === 'busy' && <Progress progress={state.progress} words={words} />}
        {state.kind === 'failed' && <p class="failure">{troubleText(state.error, words)}</p>}
        {state.kind === 'done' && <Report report={state.report} words={words} language={language} />}
      </div>
    </section>
  )
}

function Progress({
  progress: { stage, file, done, total },
  words,
}: {
  readonly progress: UploadProgress
  readonly words: DocumentsWords
}): JSX.Element {
  const label = [words.stages[stage], file].filter(Boolean).join(' ')
  const counted = total > 0 && stage !== 'waiting'
  return (
    <p class="progress">
      <progress aria-label={label} {...(counted ? { value: done, max: total } : {})} /> {label}{' '}
      {counted ? words.progress(done, total) : ''}
    </p>
  )
}

interface ReportProps {
  readonly report: UploadReport
  readonly words: DocumentsWords
  readonly language: Language
}

function Report({ report, words, language }: ReportProps): JSX.Element {
  return (
    <section class="report" aria-label={words.report}>
      <h3>{words.report}</h3>
      <ul>
        {report.documents.map(({ file, status, document, versions }) => (
          <li key={document.id}>
            <strong>{words.status[status]}</strong>{' '}
            <a href={inLanguage(`/documents/${encodeURIComponent(document.id)}`, language)}>{document.title}</a>{' '}
            <span class="quiet">
              {file} · {words.read(document.tables, document.facts, `${(document.understood * 100).toFixed(1)}%`)}
            </span>
            {versions.length > 0 && <p>{words.versions(versions.map(({ title }) => title).join(', '))}</p>}
            {document.warnings.length > 0 && (
              <details>
                <summary>{words.warnings(document.warnings.length)}</summary>
                <ul>
                  {document.warnings.map((warning, at) => (
                    <li key={at}>{warningLine(warning, language)}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
        {report.refused.map(({ file, code, reason }, at) => (
          <li key={`${file}-${at}`} class="failure">
            <strong>{words.refused}</strong> {file}: {problemText(code, reason, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}
