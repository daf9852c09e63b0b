import { describe, expect, it } from 'vitest'
import { askedText } from './asked-text.ts'
import { commandIn, messageIn, pressIn } from './deliveries.ts'
import { slackBody } from './incoming.ts'
import { command, eventBody, press } from './sample-deliveries.ts'

describe('askedText', () => {
  it.each([
    ['<@UBOT> 公车 &amp; 接待', '公车 & 接待'],
    [
      '<@UBOT|budget>  <#C1|finance> &lt;b&gt; <https://x.example|x.example> <https://y.example>',
      'finance <b> x.example https://y.example',
    ],
    ['<!here> 差旅费', '差旅费'],
    ['&amp;lt;', '&lt;'],
  ])('%s', (text, question) => {
    expect(askedText(text)).toBe(question)
  })
})

const nobody = () => false

describe('what was said', () => {
  it('is read from each kind of delivery and from no other', () => {
    const pressed = slackBody(
      Buffer.from(press({ action_id: 'budget-ask-0', value: '？' }, { ts: '1.5' }, 'https://h.example').body),
      'application/x-www-form-urlencoded',
    )
    const commanded = slackBody(
      Buffer.from(command('问', 'https://h.example').body),
      'application/x-www-form-urlencoded',
    )
    const mentioned = eventBody({ text: '<@UBOT> 问' })
    expect(pressIn(pressed)).toMatchObject({ thread: '1.5', user: 'U2', question: '？', unseen: true })
    expect(commandIn(commanded)).toMatchObject({ thread: null, user: 'U1', question: '问', unseen: true })
    expect(messageIn(mentioned, nobody)).toMatchObject({ user: 'U1', question: '问', unseen: false })
    expect([pressIn(commanded), pressIn(mentioned), commandIn(pressed), commandIn(mentioned)]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([messageIn(pressed, nobody), messageIn(commanded, nobody), messageIn(null, nobody)]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('of a message that only its reader sees is answered to them', () => {
    const { body } = press(
      { action_id: 'budget-ask-0', value: '？' },
      { ts: '1.5', isEphemeral: true },
      'https://h.example',
    )
    expect(pressIn(slackBody(Buffer.from(body), 'application/x-www-form-urlencoded'))).toMatchObject({
      thread: null,
      responseUrl: 'https://h.example',
    })
  })

  it('by somebody whose name would be an order is nobody’s', () => {
    expect(messageIn(eventBody({ user: 'U1> <!channel' }), nobody)).toBeNull()
  })
})
