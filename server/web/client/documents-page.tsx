import type { JSX } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { CoveredDocument } from '../../lookup/coverage-contract.ts'
import { CoverageTable } from './coverage-table.tsx'
import { isCoverage } from './document-calls.ts'
import { DOCUMENTS_WORDS } from './documents-words.ts'
import { FindingsReport } from './findings-report.tsx'
import { chooseLanguage, chosenLanguage } from './preferences.ts'
import { call, Refused } from './server-calls.ts'
import { troubleText } from './trouble-text.ts'
import { useUploadAccess } from './upload-access.ts'
import { UploadPanel } from './upload-panel.tsx'

/** What is held: by organisation, year, basis and table; what goes in and out; what does not agree. */
export function DocumentsPage(): JSX.Element {
  const [language, setLanguage] = useState(chosenLanguage)
  const [documents, setDocuments] = useState<readonly CoveredDocument[] | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const access = useUploadAccess()
  const words = DOCUMENTS_WORDS[language]
  useEffect(() => {
    chooseLanguage(language)
    document.title = `${words.title} · Budget Chat`
  }, [language])
  const load = useCallback(() => {
    loadCoverage().then(setDocuments, setTrouble)
  }, [])
  useEffect(load, [])
  return (
    <>
      <header class="page-head">
        <nav class="ways">
          <a href="/">← {words.home}</a>
          <a href={`/widget?language=${language}`}>{words.widget}</a>
          <button
            type="button"
            class="plain"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {words.other}
          </button>
        </nav>
        <h1>{words.title}</h1>
        <p class="quiet">{words.intro}</p>
      </header>
      <main>
        {trouble !== null && <p class="failure">{troubleText(trouble, words)}</p>}
        <UploadPanel {...{ words, language, access }} onDone={load} />
        {documents && <CoverageTable {...{ words, language, documents, access }} onRemoved={load} />}
        {documents && documents.length > 0 && (
          <FindingsReport key={documents.map(({ id }) => id).join()} {...{ words, language }} />
        )}
      </main>
    </>
  )
}

/** Nothing is held where there is no index yet. */
async function loadCoverage(): Promise<readonly CoveredDocument[]> {
  try {
    return (await call('/api/coverage', isCoverage)).documents
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'index-missing') return []
    throw error
  }
}
