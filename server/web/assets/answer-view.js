import { parseMarkdown } from './markdown.js'

/** @typedef {import('../../answer/contract.ts').Answer} Answer */
/** @typedef {import('../../answer/contract.ts').Figure} Figure */
/** @typedef {import('../../answer/contract.ts').Citation} Citation */
/** @typedef {import('../../answer/contract.ts').Notice} Notice */
/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./markdown.js').Inline} Inline */
/** @typedef {import('./markdown.js').BlockNode} BlockNode */

/** Sign before each check, so that colour is not the only mark. */
const CHECK_SIGNS = { verified: '✓', derived: 'ƒ', disputed: '≠', unconfirmed: '?' }

/**
 * An element with children; a string child becomes text, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

/**
 * The answer as a part of the page. `turn` makes the ids of its citations unique; `ask` is called with a question.
 *
 * @param {Answer} answer
 * @param {{ turn: number, words: Words, ask: (question: string) => void }} context
 * @returns {HTMLElement}
 */
export function answerView(answer, { turn, words, ask }) {
  const anchor = (/** @type {number} */ id) => `source-${turn}-${id}`
  const reference = (/** @type {number} */ id) =>
    answer.citations.some((citation) => citation.id === id)
      ? element('a', { class: 'reference', href: `#${anchor(id)}`, 'aria-label': words.citation(id) }, String(id))
      : document.createTextNode(`[${id}]`)
  return element(
    'div',
    { class: `answer status-${answer.status}`, lang: answer.language === 'zh' ? 'zh-CN' : 'en' },
    answer.status === 'answered' ? null : element('p', { class: 'verdict' }, words.status[answer.status]),
    element('div', { class: 'prose' }, ...parseMarkdown(answer.answer).map((block) => blockView(block, reference))),
    figuresView(answer.figures, words, reference),
    answer.notices.length === 0
      ? null
      : element('div', { class: 'notices' }, ...answer.notices.map((notice) => noticeView(notice, words, reference))),
    alternativesView(answer.alternatives, words, ask),
    citationsView(answer.citations, words, anchor),
  )
}

/**
 * @param {BlockNode} block
 * @param {(id: number) => Node} reference
 * @returns {HTMLElement}
 */
function blockView(block, reference) {
  const inline = (/** @type {Inline[]} */ nodes) => nodes.map((node) => inlineView(node, reference))
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, ...inline(block.children))
    case 'quote':
      return element('blockquote', {}, ...inline(block.children))
    case 'list':
      return element(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => element('li', {}, ...inline(item))))
    case 'table': {
      const header = element('tr', {}, ...block.header.map((cell) => element('th', { scope: 'col' }, ...inline(cell))))
      const rows = block.rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, ...inline(cell)))))
      return element(
        'div',
        { class: 'wide' },
        element('table', {}, element('thead', {}, header), element('tbody', {}, ...rows)),
      )
    }
  }
}

/**
 * @param {Inline} node
 * @param {(id: number) => Node} reference
 * @returns {Node}
 */
function inlineView(node, reference) {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text)
    case 'code':
      return element('code', {}, node.text)
    case 'break':
      return element('br', {})
    case 'citation':
      return reference(node.id)
    case 'strong':
      return element('strong', {}, ...node.children.map((child) => inlineView(child, reference)))
  }
}

/**
 * @param {Figure[]} figures
 * @param {Words} words
 * @param {(id: number) => Node} reference
 */
function figuresView(figures, words, reference) {
  if (figures.length === 0) return null
  const ordered = [...figures].sort((a, b) => Number(a.role === 'context') - Number(b.role === 'context'))
  return element('ul', { class: 'figures' }, ...ordered.map((figure) => figureView(figure, words, reference)))
}

/**
 * @param {Figure} figure
 * @param {Words} words
 * @param {(id: number) => Node} reference
 */
function figureView(figure, words, reference) {
  const comparator = figure.comparator === '<=' ? '≤ ' : figure.comparator === '>=' ? '≥ ' : ''
  const direction = figure.direction === null ? '' : `${words.direction[figure.direction]} `
  const about = [
    figure.organization,
    figure.level === null ? null : words.level[figure.level],
    figure.fiscalYear === null ? null : words.year(figure.fiscalYear),
    figure.stage === null ? null : words.stage[figure.stage],
  ].filter((part) => part !== null)
  return element(
    'li',
    { class: `figure role-${figure.role} check-${figure.check}` },
    element('p', { class: 'label' }, figure.label),
    element(
      'p',
      { class: 'value' },
      `${direction}${comparator}`,
      element('span', { class: 'number' }, figure.value),
      figure.unit === '' ? null : element('span', { class: 'unit' }, figure.unit),
    ),
    element(
      'p',
      { class: 'badges' },
      figure.basis === null
        ? null
        : element('span', { class: `badge basis-${figure.basis}` }, words.basis[figure.basis]),
      figure.role === 'context' ? element('span', { class: 'badge' }, words.context) : null,
      element('span', { class: 'badge check' }, `${CHECK_SIGNS[figure.check]} ${words.check[figure.check]}`),
    ),
    element('p', { class: 'about' }, about.join(' · '), ' ', ...figure.citations.map(reference)),
    derivationView(figure, reference),
  )
}

/**
 * @param {Figure} figure
 * @param {(id: number) => Node} reference
 */
function derivationView({ derivation }, reference) {
  if (derivation === undefined) return null
  const inputs = derivation.inputs.map(({ name, label, value, unit, citation }) =>
    element('li', {}, `${name} = ${label} ${value}${unit === '' ? '' : ` ${unit}`} `, reference(citation)),
  )
  return element(
    'div',
    { class: 'derivation' },
    element('code', {}, derivation.expression),
    element('ul', {}, ...inputs),
  )
}

/**
 * @param {Notice} notice
 * @param {Words} words
 * @param {(id: number) => Node} reference
 */
function noticeView(notice, words, reference) {
  return element(
    'p',
    { class: `notice notice-${notice.kind}` },
    element('strong', {}, words.notices[notice.kind]),
    ' ',
    notice.message,
    ' ',
    ...notice.citations.map(reference),
  )
}

/**
 * @param {Answer['alternatives']} alternatives
 * @param {Words} words
 * @param {(question: string) => void} ask
 */
function alternativesView(alternatives, words, ask) {
  if (alternatives.length === 0) return null
  const buttons = alternatives.map(({ label, question }) => {
    const button = element('button', { type: 'button', title: question }, label)
    button.addEventListener('click', () => ask(question))
    return button
  })
  return element(
    'div',
    { class: 'alternatives', role: 'group', 'aria-label': words.alternatives },
    element('p', {}, words.alternatives),
    ...buttons,
  )
}

/**
 * @param {Citation[]} citations
 * @param {Words} words
 * @param {(id: number) => string} anchor
 */
function citationsView(citations, words, anchor) {
  if (citations.length === 0) return null
  const items = citations.map((citation) => citationView(citation, words, anchor))
  return element('section', { class: 'citations' }, element('h3', {}, words.citations), element('ul', {}, ...items))
}

/**
 * @param {Citation} citation
 * @param {Words} words
 * @param {(id: number) => string} anchor
 */
function citationView(citation, words, anchor) {
  const { id, table, row = [], column = [] } = citation
  const place = [table?.number, table?.title].filter(Boolean).join(' ')
  const cell = [row.join(' / '), column.join(' / ')].filter(Boolean).join(' → ')
  return element(
    'li',
    { id: anchor(id), tabindex: '-1' },
    element('span', { class: 'number' }, String(id)),
    element(
      'div',
      {},
      element(
        'p',
        { class: 'place' },
        element('a', { href: safeHref(citation.href), target: '_blank', rel: 'noopener' }, citation.document),
        ' ',
        element('span', { class: 'quiet' }, [place, whereIn(citation, words)].filter(Boolean).join(' · ')),
      ),
      cell === '' ? null : element('p', { class: 'cell' }, cell),
      element('blockquote', {}, ...quoteView(citation)),
    ),
  )
}

/**
 * @param {Citation} citation
 * @param {Words} words
 */
function whereIn(citation, words) {
  if ('page' in citation) return words.page(citation.page)
  if ('sheet' in citation) return words.cell(citation.sheet, citation.cell)
  if ('paragraph' in citation) return words.paragraph(citation.paragraph)
  return words.lines(citation.lines[0], citation.lines[1])
}

/**
 * The quote with the figure marked, where it stands in it once.
 *
 * @param {Citation} citation
 * @returns {(Node | string)[]}
 */
function quoteView({ quote, raw }) {
  const pieces = raw === '' ? [quote] : quote.split(raw)
  if (pieces.length !== 2) return [quote]
  const [before = '', after = ''] = pieces
  return [before, element('mark', {}, raw), after]
}

/**
 * Only addresses of pages; a script address leads nowhere.
 *
 * @param {string} href
 */
function safeHref(href) {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(href) ? href : '#'
}
