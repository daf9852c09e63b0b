import { isIPv6 } from 'node:net'
import type { Request } from 'express'

/**
 * What calls of one client have in common: its IPv4 address, or the first 64 bits of its IPv6 address, since one client
 * commonly has all the addresses behind them.
 */
export function clientAddress(request: Pick<Request, 'ip'>): string {
  const address = (request.ip ?? '').slice(0, 64)
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(address) ? network(address) : address
}

/** "2001:db8::7:1" begins 2001:db8:0:0. */
function network(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const before = groups(head)
  const after = groups(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
}
