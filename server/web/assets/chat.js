import { answerView, element } from './answer-view.js'
import { exampleQuestions } from './examples.js'
import { WORDS } from './words.js'

/** @typedef {import('./words.js').Language} Language */
/** @typedef {import('../../answer/contract.ts').Answer} Answer */
/** @typedef {import('../../answer/contract.ts').FactsResponse} FactsResponse */
/** @typedef {import('../../answer/contract.ts').ProblemDetails} ProblemDetails */
/** @typedef {import('../../../ingest/domain/document.ts').DocumentRecord} DocumentRecord */

const LANGUAGE_KEY = 'budget-chat-language'

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function byId(id, kind) {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

const form = byId('ask', HTMLFormElement)
const input = byId('question', HTMLTextAreaElement)
const conversation = byId('conversation', HTMLDivElement)
const status = byId('status', HTMLParagraphElement)
const examples = byId('examples', HTMLDivElement)
const heldNote = byId('held-note', HTMLParagraphElement)
const heldList = byId('held-list', HTMLUListElement)
const held = byId('held', HTMLDetailsElement)

/** @type {Language} */
let language = savedLanguage()
/** @type {string | undefined} */
let conversationId
let turns = 0
let busy = false
/** @type {Record<Language, string>[]} */
let questions = []
/** @type {DocumentRecord[]} */
let documents = []
/** @type {string | null} */
let trouble = null

/** A problem the server told of. */
class Refused extends Error {
  /** @param {ProblemDetails} problem */
  constructor(problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** @returns {Language} */
function savedLanguage() {
  const saved = localStorage.getItem(LANGUAGE_KEY)
  if (saved === 'zh' || saved === 'en') return saved
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/**
 * @param {string} address
 * @param {RequestInit} [options]
 */
async function call(address, options) {
  const response = await fetch(address, options)
  const body = await response.json()
  if (!response.ok) throw new Refused(body)
  return body
}

/** @param {unknown} error */
function sentence(error) {
  const words = WORDS[language]
  if (!(error instanceof Refused)) return words.offline
  if (error.problem.code === 'index-missing') return words.empty
  if (error.problem.code === 'key-required') return words.keyNeeded
  return `${words.failed}${error.problem.errors?.map(({ message }) => message).join('; ') ?? error.message}`
}

/** @param {string} question */
async function ask(question) {
  if (busy || question.trim() === '') return
  busy = true
  turns += 1
  const words = WORDS[language]
  const reply = element(
    'div',
    { class: 'reply', 'aria-busy': 'true' },
    element('p', { class: 'quiet' }, words.thinking),
  )
  const heading = element('h2', { class: 'asked', tabindex: '-1' }, question)
  const turn = element('article', { class: 'turn' }, heading, reply)
  conversation.append(turn)
  document.body.classList.add('talking')
  turn.scrollIntoView({ block: 'start', behavior: scrollBehavior() })
  status.textContent = words.thinking
  try {
    /** @type {Answer} */
    const answer = await call('/api/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question, ...(conversationId === undefined ? {} : { conversationId }) }),
    })
    conversationId = answer.conversationId
    reply.replaceChildren(answerView(answer, { turn: turns, words: WORDS[answer.language], ask }))
    status.textContent = words.ready
  } catch (error) {
    reply.replaceChildren(element('p', { class: 'notice notice-failed' }, sentence(error)))
    status.textContent = sentence(error)
  } finally {
    busy = false
    reply.removeAttribute('aria-busy')
    turn.scrollIntoView({ block: 'start', behavior: scrollBehavior() })
    // Who typed goes on typing; who pressed a button above is taken to the answer.
    if (document.activeElement !== input) heading.focus({ preventScroll: true })
  }
}

/** @returns {ScrollBehavior} */
function scrollBehavior() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
}

function fitInput() {
  input.style.height = 'auto'
  input.style.height = `${Math.min(input.scrollHeight + 2, 200)}px`
}

function showLanguage() {
  const words = WORDS[language]
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const labelled of document.querySelectorAll('[data-word]')) {
    const word = words[/** @type {keyof typeof words} */ (labelled.getAttribute('data-word'))]
    if (typeof word === 'string') labelled.textContent = word
  }
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language))
  }
  input.placeholder = words.placeholder
  showHeld()
}

function showHeld() {
  const words = WORDS[language]
  examples.replaceChildren(
    ...questions.map((question) => {
      const button = element('button', { type: 'button' }, question[language])
      button.addEventListener('click', () => ask(question[language]))
      return button
    }),
  )
  heldNote.textContent = trouble ?? (documents.length === 0 ? '' : words.documents(documents.length))
  held.hidden = documents.length === 0
  heldList.replaceChildren(
    ...documents.map(({ id, title }) =>
      element('li', {}, element('a', { href: `/documents/${encodeURIComponent(id)}` }, title)),
    ),
  )
}

async function loadHeld() {
  try {
    ;({ documents } = await call('/api/documents'))
    trouble = documents.length === 0 ? WORDS[language].empty : null
    showHeld()
    questions = await exampleQuestions(documents, (query) => call(`/api/facts?${query}`))
  } catch (error) {
    trouble = sentence(error)
  }
  showHeld()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const question = input.value
  if (busy || question.trim() === '') return
  input.value = ''
  fitInput()
  void ask(question)
})

input.addEventListener('input', fitInput)
input.addEventListener('keydown', (event) => {
  // Enter that confirms a word of a Chinese input method is not the end of the question.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    language = button.getAttribute('data-language') === 'zh' ? 'zh' : 'en'
    localStorage.setItem(LANGUAGE_KEY, language)
    showLanguage()
  })
}

showLanguage()
void loadHeld()
