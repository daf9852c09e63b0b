import type { Answer } from '../server/answer/contract.ts'
import type { GoldQuestion } from './gold.ts'
import { type Outcome, type Score, score } from './score.ts'
import type { Sources } from './sources.ts'

/** A server under evaluation. `ask` rejects where no valid answer comes back. */
export interface AnsweringServer {
  ask(question: string): Promise<{ answer: Answer; ms: number }>
}

/** What came of one question. */
export interface Result extends Omit<Score, 'outcome'> {
  readonly id: string
  readonly kind: GoldQuestion['kind']
  readonly question: string
  readonly outcome: Outcome | 'error'
  readonly status: Answer['status'] | null
  readonly ms: number
  readonly answer: string
  /** The figures given as the answer, as "6.20万元". */
  readonly got: readonly string[]
}

/** Of the alternatives offered, so many are asked in turn. */
const ALTERNATIVES_TRIED = 3

async function deadAlternative(server: AnsweringServer, answer: Answer): Promise<string | null> {
  for (const { question } of answer.alternatives.slice(0, ALTERNATIVES_TRIED)) {
    const again = await server.ask(question)
    if (again.answer.status !== 'answered') return question
  }
  return null
}

async function scoreAsked(server: AnsweringServer, question: GoldQuestion, sources: Sources): Promise<Result> {
  const { answer, ms } = await server.ask(question.question)
  const scored = score(question, answer, sources)
  const dead =
    scored.outcome === 'correct' && answer.status === 'ambiguous' ? await deadAlternative(server, answer) : null
  return {
    id: question.id,
    kind: question.kind,
    question: question.question,
    status: answer.status,
    ms,
    ...scored,
    ...(dead === null ? {} : { outcome: 'partial', why: `its alternative is not answered: ${dead}` }),
    answer: answer.answer,
    got: answer.figures.filter((figure) => figure.role === 'answer').map((figure) => figure.value + figure.unit),
  }
}

function failed({ id, kind, question }: GoldQuestion, error: unknown): Result {
  // fetch says no more than that it failed; the cause says why.
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
  const why = error instanceof Error ? `${error.message}${cause}` : String(error)
  return {
    id,
    kind,
    question,
    outcome: 'error',
    why,
    status: null,
    ms: 0,
    figures: 0,
    citationsHold: false,
    citesEvidence: null,
    answer: '',
    got: [],
  }
}

/** Asks every question, `concurrency` at a time, and scores what comes back, in the order of the questions. */
export async function evaluate(
  questions: readonly GoldQuestion[],
  server: AnsweringServer,
  sources: Sources,
  concurrency: number,
): Promise<Result[]> {
  const results = new Map<GoldQuestion, Result>()
  const queue = [...questions]
  const worker = async (): Promise<void> => {
    for (let question = queue.shift(); question !== undefined; question = queue.shift()) {
      const asked = question
      results.set(asked, await scoreAsked(server, asked, sources).catch((error: unknown) => failed(asked, error)))
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return questions.map((question) => results.get(question)).filter((result) => result !== undefined)
}
