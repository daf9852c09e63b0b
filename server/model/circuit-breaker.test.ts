import { expect, test } from 'vitest'
import { CircuitBreaker } from './circuit-breaker.ts'

function breakerAt(clock: { now: number }) {
  return new CircuitBreaker({ failures: 3, restMs: 100, longestMs: 250, now: () => clock.now })
}

function outcomes(breaker: CircuitBreaker): 'through' | 'resting' {
  try {
    breaker.enter()
    return 'through'
  } catch {
    return 'resting'
  }
}

test('rests after so many failures in a row, and not before', () => {
  const breaker = breakerAt({ now: 0 })
  for (const fails of [true, true, false, true, true]) {
    expect(outcomes(breaker)).toBe('through')
    if (fails) breaker.failed()
    else breaker.succeeded()
  }
  expect(breaker.resting).toBe(false)
  breaker.failed()
  expect(outcomes(breaker)).toBe('resting')
})

test('lets one through after the rest; whether it goes well decides', () => {
  const clock = { now: 0 }
  const breaker = breakerAt(clock)
  for (let at = 0; at < 3; at += 1) breaker.failed()
  clock.now = 99
  expect(outcomes(breaker)).toBe('resting')
  clock.now = 100
  expect([outcomes(breaker), outcomes(breaker)]).toEqual(['through', 'resting'])
  breaker.succeeded()
  expect(outcomes(breaker)).toBe('through')
})

test('rests twice as long each time, up to a limit', () => {
  const clock = { now: 0 }
  const breaker = breakerAt(clock)
  for (let at = 0; at < 3; at += 1) breaker.failed()
  for (const rest of [100, 200, 250, 250]) {
    clock.now += rest - 1
    expect(outcomes(breaker)).toBe('resting')
    clock.now += 1
    expect(outcomes(breaker)).toBe('through')
    breaker.failed()
  }
})

test('learns nothing from calls that were under way when the rest began', () => {
  const clock = { now: 0 }
  const breaker = breakerAt(clock)
  for (let at = 0; at < 9; at += 1) breaker.failed()
  clock.now = 100
  expect(outcomes(breaker)).toBe('through')
})

test('tries again where the one let through was given up', () => {
  const clock = { now: 0 }
  const breaker = breakerAt(clock)
  for (let at = 0; at < 3; at += 1) breaker.failed()
  clock.now = 100
  breaker.enter()
  breaker.abandoned()
  expect(outcomes(breaker)).toBe('through')
})
