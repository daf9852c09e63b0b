import { afterAll, describe, expect, test } from 'vitest'
import { answersOf, openSampleAsker, saidAs } from './sample-asker.ts'

const { ask, door, close } = await openSampleAsker()
afterAll(close)

const scope = { organization: '博尔塔拉蒙古自治州水利局' }

describe('a question put to one organisation', () => {
  test('need not name it', async () => {
    expect(answersOf(await ask('2031年公务接待费是多少', scope)).map(saidAs)).toEqual(['0.95万元'])
  })

  test('finds it by its other names', async () => {
    const answer = await ask('2031年公务接待费是多少', { organization: '博州水利局' })
    expect(answersOf(answer).map(saidAs)).toEqual(['0.95万元'])
  })

  test('is not answered from what others disclose', async () => {
    const documents = (await door.current()).documents()
    const other = documents.find(({ organization }) => organization !== scope.organization)?.organization
    expect(other).toBeDefined()
    const elsewhere = await ask('博州水利局2031年公务接待费是多少', { organization: other })
    expect(answersOf(elsewhere)).toEqual([])
    expect(elsewhere.citations.map(({ document }) => document).join()).not.toContain('博尔塔拉')
    const answer = await ask('2031年公务接待费是多少', { organization: '没有收录的单位' })
    expect(answer.status).toBe('not_found')
    expect(answer.figures).toEqual([])
  })
})
