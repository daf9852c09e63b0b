import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { answerSchema, askRequestSchema } from '../answer/contract.ts'
import { answerMarkdown } from '../answer-markdown.ts'
import { LOOKS_ONLY, type McpParts, toolResult } from './mcp-parts.ts'

/** The tool `ask`: a question in words, an answer with cited figures. */
export function addAskTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask the budget disclosures',
      description:
        'Answers a question in Chinese or English about Chinese government budgets (预算) and final accounts (决算) with figures proven against the documents held, each cited. Says so where they do not hold it, and offers questions where it is ambiguous. Give the conversationId of an answer to ask a follow-up.',
      inputSchema: askRequestSchema,
      outputSchema: answerSchema,
      annotations: LOOKS_ONLY,
    },
    (asked) =>
      toolResult(parts, async () => {
        const answer = await parts.ask(asked)
        return { structured: { ...answer }, text: answerMarkdown(answer, parts.base) }
      }),
  )
}
