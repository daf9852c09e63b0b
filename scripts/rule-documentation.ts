import type { Rule } from '../ingest/checks/rule.ts'
import { RULES } from '../ingest/checks/rules.ts'

/** Where the documentation of the rules stands. */
export const RULE_DOCUMENTATION = 'ingest/checks/RULES.md'

/** What the rules say of themselves, as a page: nothing of it is written twice. */
export function ruleDocumentation(rules: readonly Rule[] = RULES): string {
  const list = rules.map(({ code, title }) => `| [\`${code}\`](#${code}) | ${title.zh} | ${title.en} |`)
  return `# Rules of reconciliation

Made from the rules themselves by \`npm run docs:rules\`; a test holds it in step. Each rule also carries made-up examples
that it must say something of, and others of which it must say nothing (\`ingest/check-rules.test.ts\`).

| rule | 规则 | in English |
| --- | --- | --- |
${list.join('\n')}
${rules.map(section).join('')}`
}

function section({ code, title, reasoning, examples }: Rule): string {
  const [trip = ''] = examples.trips
  return `
## ${code}

**${title.zh} · ${title.en}**

${reasoning.zh}

${reasoning.en}

Says something of:

\`\`\`text
${trip.trim()}
\`\`\`
`
}
