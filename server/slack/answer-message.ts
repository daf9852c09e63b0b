import type { Answer, Language } from '../answer/contract.ts'
import { type Block, type Button, context, LIMITS, packed, type SlackMessage, section } from './blocks.ts'
import { figureBlocks, isList } from './figure-blocks.ts'
import { bold, cut, fromMarkdown, inert, link } from './mrkdwn.ts'
import { sourceLine } from './source-lines.ts'
import { WORDS } from './words.ts'

/** Shares of a message, in characters. */
const MOST = { prose: 3000, notices: 1500, sources: 2800, text: 3000, buttons: 10 } as const

/**
 * All blocks together, in characters of JSON. Slack refuses some 13,200 ("msg_blocks_too_long"), which its reference does
 * not say: https://github.com/slackapi/bolt-js/issues/2509.
 */
const MOST_ALTOGETHER = 11_500

/** Buttons that ask an alternative are called so, with a number after it. */
export const ASK_ACTION = 'budget-ask-'

interface Shown {
  /** Where people find the server, without a slash at the end; null where links would lead nowhere. */
  readonly publicUrl: string | null
  /** Who asked what, for a message that does not stand below its question. */
  readonly asked?: { readonly user: string; readonly question: string }
}

/** An answer as a message of Slack, within Slack's limits. */
export function answerMessage(answer: Answer, { publicUrl, asked }: Shown): SlackMessage {
  const words = WORDS[answer.language]
  const prose = packed(proseLines(answer), MOST.prose, words.more).map(section)
  const blocks: Block[] = [
    ...(asked ? [context(`<@${asked.user}> ${words.asked}: ${cut(inert(asked.question), 500)}`)] : []),
    ...prose,
    ...figureBlocks(answer),
    ...packed(noticeLines(answer), MOST.notices, words.more).map(section),
    ...choices(answer),
  ]
  const sources = answer.citations.map((citation) => sourceLine(citation, publicUrl))
  // Rather fewer sources than no message: what is asked for comes first.
  const room = Math.min(MOST.sources, MOST_ALTOGETHER - JSON.stringify(blocks).length)
  const cited =
    sources.length === 0 || room < 200
      ? []
      : packed([bold(words.sources), ...sources], room, (left) => moreSources(answer, publicUrl, words.more(left)))
  return {
    text: cut(answer.answer.split('\n').map(fromMarkdown).join('\n'), MOST.text) || '…',
    blocks: [...blocks, ...cited.map(context)].slice(0, LIMITS.blocks),
  }
}

/** A message of one sentence: help, or what went wrong. */
export function sentenceMessage(sentence: string): SlackMessage {
  return { text: sentence, blocks: [section(sentence)] }
}

/** The text of an answer; figures that stand in a table below are not said twice. */
function proseLines(answer: Answer): string[] {
  const lines = answer.answer.split('\n').filter((line) => line.trim() !== '')
  const kept = isList(answer) ? lines.filter((line) => !/^\s{0,3}[-*•]\s.*\*\*/.test(line)) : lines
  return (kept.length > 0 ? kept : lines).map(fromMarkdown).filter((line) => line !== '')
}

function noticeLines({ notices }: Answer): string[] {
  return notices.map(({ message, citations }) => `ℹ️ ${inert(message)}${citations.map((id) => `[${id}]`).join('')}`)
}

/** Buttons that ask in the place of the one who presses them. */
function choices({ alternatives, language }: Answer): Block[] {
  const buttons = alternatives
    .filter(({ question }) => question !== '' && question.length <= LIMITS.buttonValue)
    .slice(0, MOST.buttons)
    .map(
      ({ label, question }, at): Button => ({
        type: 'button',
        action_id: `${ASK_ACTION}${at}`,
        text: { type: 'plain_text', text: buttonText(label.trim() || question), emoji: false },
        value: question,
      }),
    )
  return buttons.length === 0 ? [] : [context(WORDS[language].choose), { type: 'actions', elements: buttons }]
}

function buttonText(label: string): string {
  const one = label.replace(/[\s\p{Cc}]+/gu, ' ')
  if (one.length <= LIMITS.buttonText) return one
  const letters = [...one]
  while (letters.join('').length > LIMITS.buttonText - 1) letters.pop()
  return `${letters.join('')}…`
}

/** Where there are more sources than a message takes, the page of the server shows them. */
function moreSources({ language }: { readonly language: Language }, publicUrl: string | null, left: string): string {
  return publicUrl === null ? left : link(`${publicUrl}/documents?language=${language}`, left)
}
