import { createContext, type FunctionComponent } from 'preact'
import type { Answer } from '../../answer/contract.ts'

export interface ToolProps {
  readonly question: string
  readonly answer: Answer
}

/** What the whole page offers beside an answer; the widget stays small without. */
export interface AnswerTools {
  readonly Export: FunctionComponent<ToolProps> | null
  readonly Chart: FunctionComponent<ToolProps> | null
  /** Whether there is a chart of an answer. */
  readonly isCharted: (answer: Answer) => boolean
}

export const AnswerToolsContext = createContext<AnswerTools>({ Export: null, Chart: null, isCharted: () => false })
