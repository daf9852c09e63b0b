import type { RequestHandler } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'

/** A route of Express, whatever its path. */
interface OpenRoute {
  all(handler: RequestHandler): unknown
}

/** Closes a route: any method but those it has handlers for gets Problem "method", with the ones it takes. */
export function onlyThese(route: OpenRoute, ...methods: readonly ('GET' | 'POST' | 'DELETE')[]): void {
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods
  route.all((request, response) => {
    response.set('Allow', allowed.join(', '))
    throw new Problem('method', `${request.path} takes ${allowed.join(', ')} only.`)
  })
}
