import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { Finding } from '../../ingest/domain/finding.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { Answer, AskRequest, PublishedFact, PublishedFinding } from '../answer/contract.ts'

/** What the tools and resources are made of, whichever way their client is connected. */
export interface McpParts {
  readonly ask: (asked: AskRequest) => Promise<Answer>
  readonly door: { current(): Promise<CorpusReader> }
  readonly publishFact: (fact: Fact, corpus: CorpusReader) => PublishedFact
  readonly publishFinding: (finding: Finding, corpus: CorpusReader) => PublishedFinding
  /** Where people find the server, for links, without a slash at the end. */
  readonly base: string
  /** What the client is told of an error. */
  readonly explain: (error: unknown) => string
}

/** What a tool gives: an object of its output schema, and text for models that read no objects. */
interface ToolReply {
  readonly structured: Record<string, unknown>
  readonly text: string
}

/** The result of a tool. An error is a result as well, which the model may read and do better. */
export async function toolResult(
  { explain }: Pick<McpParts, 'explain'>,
  work: () => Promise<ToolReply>,
): Promise<CallToolResult> {
  try {
    const { structured, text } = await work()
    return { structuredContent: structured, content: [{ type: 'text', text }] }
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: explain(error) }] }
  }
}

/** Of every tool: it looks, changes nothing, and sees nothing but the documents held. */
export const LOOKS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }
