import type { Request, Response } from 'express'
import type { Asset } from '../web/asset.ts'

/** Names with a hash of their content never change what they mean; the others are asked for anew each time. */
const HASHED = /-[\w-]{8}\.\w+$/

/** Sends a file for browsers, packed where that is understood. */
export function sendAsset(request: Request, response: Response, { mediaType, content, gzipped }: Asset): void {
  const gzip = request.acceptsEncodings('gzip') === 'gzip'
  if (gzip) response.set('Content-Encoding', 'gzip')
  response
    .vary('Accept-Encoding')
    .set('Cache-Control', HASHED.test(request.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    .type(mediaType)
    .send(gzip ? gzipped : content)
}
