import { describe, expect, test } from 'vitest'
import { escapeHtml, htmlReport } from './html.ts'
import { sampleEvaluation, sampleResult } from './sample-evaluation.ts'

const HOSTILE = `<script>alert('1')</script>"&`

test('what could end a text or an attribute is escaped', () => {
  expect(escapeHtml(HOSTILE)).toBe('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;')
})

describe('the page', () => {
  const evaluation = sampleEvaluation()
  const page = htmlReport(evaluation, 'gold.jsonl')

  test('tells the same numbers as the terminal', () => {
    expect(page).toContain('<dt>accuracy</dt><dd>50.0%</dd>')
    expect(page).toContain('<dd>2.0 ×</dd>')
    expect(page).toContain('<dt>points above its ceiling</dt><dd>25.0</dd>')
    expect(page).toContain('<td>0.750</td>')
    expect(page).toContain('wants 1; got 2')
  })

  test('needs nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(/https?:|src=|href=|url\(|@import|<script/)
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('prefers-color-scheme: dark')
  })

  test('what a question, a reason, a title or an id says is only text', () => {
    const results = [sampleResult({ id: HOSTILE, question: HOSTILE, why: HOSTILE, outcome: 'wrong' })]
    const hostile = htmlReport({ results, stock: null, retrieval: null, embedderId: HOSTILE }, HOSTILE)
    expect(hostile).not.toContain('<script')
    expect(hostile.split(escapeHtml(HOSTILE))).toHaveLength(6)
  })

  test('without stock RAG, retrieval or misses it has no such parts', () => {
    const bare = htmlReport({ results: [sampleResult()], stock: null, retrieval: null, embedderId: null }, 'gold')
    expect(bare).not.toContain('beside stock RAG')
    expect(bare).not.toContain('hit@4')
    expect(bare).toContain('<p>None.</p>')
    expect(bare).toContain('embedder not known')
  })
})
