import type { JSX } from 'preact'
import { failureText } from './failure-text.ts'
import type { Holdings } from './holdings.ts'
import type { Language, Words } from './words.ts'

interface WelcomeProps {
  readonly language: Language
  readonly words: Words
  readonly holdings: Holdings
  readonly ask: (question: string) => void
}

/** What stands where nothing was asked yet: questions to try, and what is held. */
export function Welcome({ language, words, holdings, ask }: WelcomeProps): JSX.Element {
  const { documents, examples, trouble } = holdings
  const nothing = trouble === null ? (documents?.length === 0 ? words.empty : null) : failureText(trouble, words)
  return (
    <section class="welcome">
      <h2>{words.welcome}</h2>
      <p class="quiet">{words.intro}</p>
      {nothing !== null && <p class="notice notice-coverage">{nothing}</p>}
      <fieldset class="examples">
        <legend class="unseen">{words.examples}</legend>
        {examples.map((example) => (
          <button key={example.zh} type="button" onClick={() => ask(example[language])}>
            {example[language]}
          </button>
        ))}
      </fieldset>
      {documents !== null && documents.length > 0 && (
        <details class="held">
          <summary>{words.held(documents.length)}</summary>
          <ul>
            {documents.map(({ id, title }) => (
              <li key={id}>
                <a href={`/documents/${encodeURIComponent(id)}`}>{title}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
