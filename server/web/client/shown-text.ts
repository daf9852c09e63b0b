import type { Answer } from '../../answer/contract.ts'

/**
 * The text of an answer without what stands beside it anyway: the question that it was understood as, and the list of what
 * may be chosen, each of which is a button.
 */
export function shownText({ answer, understood, alternatives }: Answer): string {
  const listed = new Set(alternatives.map(({ label }) => `- ${label}`))
  const [first = '', ...rest] = answer.split('\n')
  const isLead = understood !== undefined && rest.length > 0 && isLeadOf(first, understood)
  return (isLead ? rest : [first, ...rest])
    .filter((line) => !listed.has(line))
    .join('\n')
    .trim()
}

/** "理解为：…", "Understood as: …". */
function isLeadOf(line: string, understood: string): boolean {
  return line.endsWith(understood) && /[：:]\s*$/.test(line.slice(0, line.length - understood.length))
}
