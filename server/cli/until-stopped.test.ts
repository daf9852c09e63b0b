import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { runFake } from './fake-terminal.ts'
import { type Running, serveCommand } from './serve-command.ts'
import { untilStopped } from './until-stopped.ts'

it.each([
  ['SIGTERM', { kind: 'signal' }],
  ['SIGINT', { kind: 'signal' }],
  ['uncaughtException', { kind: 'crash' }],
  ['unhandledRejection', { kind: 'crash' }],
])('settles at %s, and leaves no listener behind', async (event, reason) => {
  const events = new EventEmitter()
  const stopped = untilStopped(events)
  events.emit(event, new Error('planted'))
  expect(await stopped).toMatchObject(reason)
  expect(events.eventNames()).toEqual([])
})

it('logs a crash, stops and ends with 1', async () => {
  const running: Running = { address: 'http://127.0.0.1:1', logCrash: vi.fn(), stop: vi.fn(async () => {}) }
  const error = new Error('planted')
  const serve = serveCommand({
    serve: async () => running,
    countDocuments: async () => 1,
    untilStopped: async () => ({ kind: 'crash', error }),
  })
  const { code, err } = await runFake(serve, [])
  expect(code).toBe(1)
  expect(err).toContain('unexpected error')
  expect(err).not.toContain('planted')
  expect(running.logCrash).toHaveBeenCalledWith(error)
  expect(running.stop).toHaveBeenCalledOnce()
})
