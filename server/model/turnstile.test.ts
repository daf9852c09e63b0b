import { expect, test } from 'vitest'
import { budgetOf } from './budget.ts'
import { Turnstile } from './turnstile.ts'

test('lets so many through, the others in turn', async () => {
  const turnstile = new Turnstile(2)
  const inside: number[] = []
  const enter = async (who: number) => {
    const leave = await turnstile.enter(budgetOf(5000))
    inside.push(who)
    return leave
  }
  const first = await enter(1)
  await enter(2)
  const waiting = [enter(3), enter(4)]
  await Promise.resolve()
  expect(inside).toEqual([1, 2])
  first()
  first()
  const third = await waiting[0]
  expect(inside).toEqual([1, 2, 3])
  third?.()
  await waiting[1]
  expect(inside).toEqual([1, 2, 3, 4])
})

test('gives up with the budget, and leaves no gap in the line', async () => {
  const turnstile = new Turnstile(1)
  const leave = await turnstile.enter(budgetOf(5000))
  const caller = new AbortController()
  const impatient = turnstile.enter(budgetOf(5000, caller.signal))
  const patient = turnstile.enter(budgetOf(5000))
  caller.abort()
  await expect(impatient).rejects.toMatchObject({ reason: 'busy' })
  await expect(turnstile.enter(budgetOf(5000, caller.signal))).rejects.toMatchObject({ reason: 'busy' })
  leave()
  expect(await patient).toBeTypeOf('function')
})
