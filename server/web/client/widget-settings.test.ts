import { describe, expect, it } from 'vitest'
import { inkOn, widgetSettings } from './widget-settings.ts'

const settings = (dataset: Record<string, string>, pageLanguage = 'en') =>
  widgetSettings(dataset, 'https://budget.example', pageLanguage)

describe('widgetSettings', () => {
  it('takes the attributes of the tag', () => {
    const dataset = {
      color: '#A1B2c3',
      language: 'zh',
      position: 'left',
      greeting: ' 您好 ',
      organization: '青石县水务局',
    }
    expect(settings(dataset)).toEqual({
      server: 'https://budget.example',
      language: 'zh',
      position: 'left',
      color: '#A1B2c3',
      greeting: '您好',
      organization: '青石县水务局',
    })
  })

  it.each(['red', '#12', '#12345', 'url(x)', 'expression(1)', '#ggg'])('leaves the colour as it is for %s', (color) => {
    expect(settings({ color }).color).toBeNull()
  })

  it('speaks the language of the page unless told', () => {
    expect(settings({}, 'zh-TW').language).toBe('zh')
    expect(settings({ language: 'en' }, 'zh-CN').language).toBe('en')
    expect(settings({}, '').language).toBe('en')
  })

  it('writes short colours out', () => {
    expect(settings({ color: '#0af' }).color).toBe('#00aaff')
  })
})

it.each([
  ['#ffffff', '#000000'],
  ['#ffe08a', '#000000'],
  ['#000000', '#ffffff'],
  ['#0f5c63', '#ffffff'],
] as const)('on %s one writes in %s', (color, ink) => {
  expect(inkOn(color)).toBe(ink)
})
