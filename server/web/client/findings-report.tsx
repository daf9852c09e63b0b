import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ChecksResponse, PublishedFinding } from '../../answer/contract.ts'
import { inLanguage } from '../page-language.ts'
import { safeHref } from './answer-text.ts'
import type { DocumentsWords } from './documents-words.ts'
import { call } from './server-calls.ts'
import { isRecord } from './server-replies.ts'
import { troubleText } from './trouble-text.ts'
import type { Language } from './words.ts'

interface ReportProps {
  readonly words: DocumentsWords
  readonly language: Language
}

const FINDINGS_AT_ONCE = 50

/** What does not agree in the documents; asked for when it is opened. */
export function FindingsReport({ words, language }: ReportProps): JSX.Element {
  const [checks, setChecks] = useState<ChecksResponse | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [strict, setStrict] = useState(true)
  const [most, setMost] = useState(FINDINGS_AT_ONCE)
  const load = (): void => {
    call('/api/checks', isChecks).then(setChecks, setTrouble)
  }
  const chosen = checks?.findings.filter(({ verdict }) => !strict || verdict === 'contradiction') ?? []
  return (
    <section class="findings-report" aria-labelledby="findings-title">
      <h2 id="findings-title">{words.findings}</h2>
      <p class="quiet">{words.findingsIntro}</p>
      {trouble !== null && <p class="failure">{troubleText(trouble, words)}</p>}
      {!checks && (
        <button type="button" class="plain" onClick={load}>
          {words.loadFindings}
        </button>
      )}
      {checks && (
        <>
          <div class="coverage-tools">
            <label>
              <input type="checkbox" checked={strict} onChange={(event) => setStrict(event.currentTarget.checked)} />{' '}
              {words.onlyContradictions}
            </label>
            <span role="status">
              {checks.total === 0 ? words.noFindings : words.findingsOf(chosen.length, checks.total)}
            </span>
          </div>
          <ul class="finding-list">
            {chosen.slice(0, most).map((finding) => (
              <FindingItem key={finding.id} finding={finding} words={words} language={language} />
            ))}
          </ul>
          {chosen.length > most && (
            <button type="button" class="plain" onClick={() => setMost(most + FINDINGS_AT_ONCE)}>
              {words.more}
            </button>
          )}
        </>
      )}
    </section>
  )
}

const MOST_PLACES = 3

function FindingItem({
  finding: { title, verdict, message, computed, places, file },
  words,
  language,
}: ReportProps & { readonly finding: PublishedFinding }): JSX.Element {
  return (
    <li class={`finding verdict-${verdict}`}>
      <p>
        <strong>{title[language]}</strong> <span class="badge">{words.verdicts[verdict]}</span>{' '}
        <span class="quiet">{file}</span>
      </p>
      <p>{message[language]}</p>
      {computed !== '' && <p class="quiet">{computed}</p>}
      <p class="places">
        {places.slice(0, MOST_PLACES).map(({ id, href, raw }) => (
          <a key={id} href={safeHref(inLanguage(href, language))}>
            {raw.length > 40 ? `${raw.slice(0, 40)}…` : raw}
          </a>
        ))}
      </p>
    </li>
  )
}

function isChecks(value: unknown): value is ChecksResponse {
  return isRecord(value) && Array.isArray(value.findings) && typeof value.total === 'number'
}
