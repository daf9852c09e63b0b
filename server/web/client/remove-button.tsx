import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { CoveredDocument } from '../../lookup/coverage-contract.ts'
import { removeDocument } from './document-calls.ts'
import type { DocumentsWords } from './documents-words.ts'
import { troubleText } from './trouble-text.ts'
import type { UploadAccess } from './upload-access.ts'

interface RemoveProps {
  readonly document: CoveredDocument
  readonly words: DocumentsWords
  readonly access: UploadAccess
  readonly onRemoved: () => void
}

/** Takes a document out, after asking whether that is meant. */
export function RemoveButton({ document, words, access, onRemoved }: RemoveProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const remove = (): void => {
    setBusy(true)
    removeDocument(document.id, access.key)
      .then(() => {
        dialog.current?.close()
        onRemoved()
      })
      .catch((error: unknown) => {
        setTrouble(error)
        access.refused(error)
      })
      .finally(() => setBusy(false))
  }
  return (
    <>
      <button
        type="button"
        class="plain"
        aria-label={words.removeOf(document.title)}
        onClick={() => dialog.current?.showModal()}
      >
        {words.remove}
      </button>
      <dialog ref={dialog} class="confirm" aria-label={words.removeSure}>
        <h3>{words.removeSure}</h3>
        <p>
          <strong>{document.title}</strong> ({document.file})
        </p>
        <p>{words.removeNote}</p>
        {trouble !== null && <p class="failure">{troubleText(trouble, words)}</p>}
        <div class="confirm-tools">
          <button type="button" class="plain" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="button" class="danger" disabled={busy} onClick={remove}>
            {words.remove}
          </button>
        </div>
      </dialog>
    </>
  )
}
