import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::7:1', '2001:db8:0:0'],
  ['2001:0db8:0000:0001::', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['anything a proxy wrote', 'anything a proxy wrote'],
  [undefined, ''],
])('takes %s for %s', (ip, client) => {
  expect(clientAddress({ ip })).toBe(client)
})

it('is short whatever a header says', () => {
  expect(clientAddress({ ip: 'x'.repeat(10_000) }).length).toBeLessThanOrEqual(64)
})
