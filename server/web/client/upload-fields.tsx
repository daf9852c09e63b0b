import type { JSX } from 'preact'
import type { UploadOptions } from './document-calls.ts'
import type { DocumentsWords } from './documents-words.ts'
import type { UploadAccess } from './upload-access.ts'

interface FieldsProps {
  readonly words: DocumentsWords
  readonly access: UploadAccess
  readonly isBusy: boolean
  readonly onDuplicate: UploadOptions['onDuplicate']
  readonly setOnDuplicate: (onDuplicate: UploadOptions['onDuplicate']) => void
  readonly send: (files: FileList | null) => void
}

/** Which files, what becomes of others of the same disclosure, and the key where one is wanted. */
export function UploadFields({ words, access, isBusy, onDuplicate, setOnDuplicate, send }: FieldsProps): JSX.Element {
  return (
    <div class="upload-fields">
      <label class="file-field">
        {words.chooseFiles}
        <input
          type="file"
          multiple
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            send(currentTarget.files)
            // So that the same file can be chosen again.
            currentTarget.value = ''
          }}
        />
      </label>
      <label>
        {words.duplicate}{' '}
        <select
          value={onDuplicate}
          onChange={(event) => setOnDuplicate(event.currentTarget.value === 'replace' ? 'replace' : 'keep')}
        >
          <option value="keep">{words.keep}</option>
          <option value="replace">{words.replace}</option>
        </select>
      </label>
      {access.isKeyWanted && (
        <label>
          {words.key}{' '}
          <input
            type="password"
            autocomplete="off"
            value={access.key}
            onInput={(event) => access.setKey(event.currentTarget.value)}
          />
        </label>
      )}
    </div>
  )
}
