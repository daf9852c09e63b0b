import type { Evaluation, StockEvaluation } from './evaluation.ts'
import { leadOver } from './report.ts'
import { type EvidenceRanks, groupsOf, qualityOf, RANKINGS } from './retrieval.ts'
import type { Result } from './run.ts'
import { byKind, milliseconds, OUTCOMES, percent, type Share, summaryOf } from './summary.ts'

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f23; --dim: #5b626b; --paper: #fff; --line: #d9dde2; --bar: #2f7d5b; --stock: #a86b1f; --bad: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8ea; --dim: #9aa3ad; --paper: #16181b; --line: #343a41; --bar: #58b98d; --stock: #d9a050; --bad: #ff8a80 }
}
body { margin: 2rem auto; max-width: 68rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.2rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top }
th { color: var(--dim); font-weight: 600 } th[scope=row] { color: inherit }
th:first-child, td:first-child, .words { text-align: left }
tr.total > * { border-top: 2px solid var(--ink); font-weight: 600 }
meter-bar { display: block; height: .35rem; background: var(--line); border-radius: .2rem }
meter-bar > i { display: block; height: 100%; border-radius: .2rem; background: var(--bar) } meter-bar.stock > i { background: var(--stock) }
.dim { color: var(--dim) } .wrong, .error { color: var(--bad); font-weight: 600 }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem } dt { color: var(--dim) } dd { margin: 0; font-size: 1.6rem }
`

/** Text made safe to stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

const cell = (text: string): string => `<td>${escapeHtml(text)}</td>`

/** A share in numbers, with a bar below it. */
function bar(share: Share, kind: 'ours' | 'stock'): string {
  const width = share.whole === 0 ? 0 : (100 * share.part) / share.whole
  return `<td>${percent(share)}<meter-bar class="${kind}"><i style="width:${width.toFixed(1)}%"></i></meter-bar></td>`
}

function table(head: readonly string[], rows: readonly string[]): string {
  const header = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')
  return `<div class="scroll"><table><thead><tr>${header}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

function kindRow(name: string, results: readonly Result[], stock: StockEvaluation | null, total: boolean): string {
  const { questions, outcomes, citationsHold, citesEvidence } = summaryOf(results)
  const of = (part: number): Share => ({ part, whole: questions })
  const ids = new Set(results.map(({ id }) => id))
  const theirs = stock && summaryOf(stock.results.filter(({ id }) => ids.has(id))).outcomes
  const cells = [
    `<th scope="row">${escapeHtml(name)}</th>`,
    cell(String(questions)),
    bar(of(outcomes.correct), 'ours'),
    ...OUTCOMES.slice(1).map((outcome) => cell(percent(of(outcomes[outcome])))),
    cell(percent(citationsHold)),
    cell(percent(citesEvidence)),
  ]
  if (stock && theirs) {
    const reach = stock.reach.any.filter((id) => ids.has(id)).length
    cells.push(bar(of(theirs.correct), 'stock'), cell(percent(of(theirs.wrong))), bar(of(reach), 'stock'))
  }
  return `<tr${total ? ' class="total"' : ''}>${cells.join('')}</tr>`
}

function byKindTable({ results, stock }: Evaluation): string {
  const head = ['kind', 'n', ...OUTCOMES, 'citations hold', 'cites evidence']
  return table(stock ? [...head, 'stock: correct', 'stock: wrong', 'stock: ceiling'] : head, [
    ...byKind(results).map((group) => kindRow(group.kind, group.results, stock, false)),
    kindRow('all', results, stock, true),
  ])
}

function headline({ results, stock }: Evaluation): string {
  const summary = summaryOf(results)
  const facts: [string, string][] = [
    ['accuracy', percent({ part: summary.outcomes.correct, whole: summary.questions })],
    ['wrong, of answers given', percent(summary.wrongOfGiven)],
    ['citations that hold', percent(summary.citationsHold)],
    ['abstained', percent({ part: summary.outcomes.abstained, whole: summary.questions })],
  ]
  if (stock) {
    const { times, aboveCeiling } = leadOver(stock, results)
    facts.push(
      ['times stock RAG’s accuracy', times === null ? '–' : `${times.toFixed(1)} ×`],
      ['points above its ceiling', aboveCeiling.toFixed(1)],
      ['its ceiling', percent({ part: stock.reach.any.length, whole: results.length })],
      ['all the answer needs in its top 4', percent({ part: stock.reach.whole.length, whole: results.length })],
    )
  }
  return `<dl>${facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`
}

function answersTable({ results, stock }: Evaluation): string {
  const row = (name: string, some: readonly Result[]): string => {
    const summary = summaryOf(some)
    const { wrongOfGiven, citationsHold, outcomes, questions } = summary
    const shares = [{ part: outcomes.correct, whole: questions }, wrongOfGiven, citationsHold]
    const times = (['p50', 'p95', 'max'] as const).map((at) => milliseconds(summary, at))
    const abstained = percent({ part: outcomes.abstained, whole: questions })
    return `<tr><th scope="row">${name}</th>${[...shares.map(percent), abstained, ...times].map(cell).join('')}</tr>`
  }
  return table(
    ['', 'accuracy', 'wrong, of given', 'citations hold', 'abstained', 'p50 ms', 'p95 ms', 'max ms'],
    [row('Budget Chat', results), ...(stock ? [row('stock RAG', stock.results)] : [])],
  )
}

function retrievalTable(ranks: readonly EvidenceRanks[]): string {
  const rows = groupsOf(ranks).flatMap(({ name, ranks: group }) =>
    RANKINGS.map((ranking) => {
      const { hit1, hit4, hit10, mrr } = qualityOf(group.map((rank) => rank[ranking]))
      const [first, fourth, tenth] = [hit1, hit4, hit10].map((part) => ({ part, whole: 1 }))
      const hits = [first, fourth, tenth].map((hit) => (hit ? bar(hit, 'ours') : ''))
      const of = `<th scope="row">${escapeHtml(name)} <span class="dim">(${group.length})</span></th>`
      return `<tr>${of}<td class="words">${ranking}</td>${hits.join('')}${cell(mrr.toFixed(3))}</tr>`
    }),
  )
  return table(['questions', 'ranking', 'hit@1', 'hit@4', 'hit@10', 'MRR'], rows)
}

function missesTable(results: readonly Result[]): string {
  const missed = results.filter(({ outcome }) => outcome !== 'correct')
  if (missed.length === 0) return '<p>None.</p>'
  const rows = missed.map(
    ({ id, kind, outcome, question, why }) =>
      `<tr><td>${escapeHtml(id)}</td><td class="words">${escapeHtml(kind)}</td><td class="words ${outcome}">${outcome}</td>` +
      `<td class="words">${escapeHtml(question)}<br><span class="dim">${escapeHtml(why)}</span></td></tr>`,
  )
  return table(['id', 'kind', 'outcome', 'question, and what is amiss'], rows)
}

/** How the numbers are made: what a reader must know to judge them. */
const METHOD = [
  'Correct: exactly the wanted figures are given as the answer, with the words asked for; questions that the documents cannot answer must be refused, ambiguous ones asked back. Wrong: a figure or a text was given as the answer and is not the right one.',
  'Citations hold: of the answers with figures, those whose every figure stands where its citations point. Cites evidence: of the answers to questions with evidence, those that cite a place listed as evidence.',
  'Stock RAG: the raw texts cut by LangChain’s RecursiveCharacterTextSplitter (1000 characters, overlap 200, stock separators), the embedder of our index, the 4 nearest pieces by exact cosine over all documents. The embedder reads at most 512 tokens of a piece. Its answer is the first number with a unit in its top piece, and the piece itself as the words around it; both go through the same scorer.',
  'In its favour: the whole piece counts as its wording, so words a careful answer must say are found wherever the piece has them, and questions for words are answered by the piece; its figure is cited to the very line. Against it, by design: it gives one figure, so questions for several figures are partial at best; it never refuses and never asks back, so unanswerable and ambiguous questions are not correct.',
  'Its ceiling: the share of questions for which one of its 4 pieces shares a line with any one place listed as evidence, as though a perfect reader answered from it, even where the answer needs several places. Questions without any evidence count as within reach. Stricter: every different figure or quotation of the evidence must stand in them.',
  'Retrieval: for each question whose evidence stands in a text, the rank of the first passage that shares a line with it; MRR over the first ten. All three rankings look only at the documents that the question’s plan means.',
  'Latency: ours is measured over HTTP, stock RAG’s in process, without a language model in either.',
]

/** The report as one page that needs nothing else: no script, no font, no picture, whatever the questions say. */
export function htmlReport(evaluation: Evaluation, title: string): string {
  const { results, stock, retrieval, embedderId } = evaluation
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Budget Chat evaluation</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Budget Chat evaluation</h1>
<p class="dim">${escapeHtml(title)} · ${results.length} questions · embedder ${escapeHtml(embedderId ?? 'not known')}</p>
${headline(evaluation)}
<h2>Answers${stock ? ', beside stock RAG' : ''}</h2>
${answersTable(evaluation)}
<h2>By kind of question</h2>
${byKindTable(evaluation)}
${retrieval ? `<h2>Retrieval of the evidence</h2>\n${retrievalTable(retrieval)}` : ''}
<h2>Not answered correctly</h2>
${missesTable(results)}
<h2>How this is measured</h2>
<ul>${METHOD.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}</ul>
</body>
</html>
`
}
