import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import type { ExportFormat } from './answer-export.ts'
import type { ToolProps } from './answer-tools.ts'
import { EXPORT_WORDS } from './export-words.ts'
import { ServerAddress } from './server-address.ts'

const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx']

/** The figures of an answer as a file; what makes it is loaded when it is wanted. */
export function ExportButtons({ question, answer }: ToolProps): JSX.Element | null {
  const [note, setNote] = useState('')
  const server = useContext(ServerAddress)
  const words = EXPORT_WORDS[answer.language]
  if (answer.figures.length === 0) return null
  const save = async (format: ExportFormat): Promise<void> => {
    try {
      const { exportAnswer } = await import('./answer-export.ts')
      exportAnswer(format, question, answer, server)
      setNote(words.saved)
    } catch {
      setNote(words.notSaved)
    }
  }
  return (
    <fieldset class="exports">
      <legend class="unseen">{words.export}</legend>
      {FORMATS.map((format) => (
        <button key={format} type="button" onClick={() => void save(format)} title={words.export}>
          <span aria-hidden="true">↓ </span>
          {words[format]}
        </button>
      ))}
      <span class="quiet" role="status">
        {note}
      </span>
    </fieldset>
  )
}
