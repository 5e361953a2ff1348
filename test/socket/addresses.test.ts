/** Addresses in digits. */
import net from 'node:net';
import * as fc from 'fast-check';
import { ipVersion, reprAddress, toAddress, toInternetEndpoint } from '#asyncio/socket/addresses';

const CASES = [
  ...[
    '127.0.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '256.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '',
    'localhost',
    '1.2.3.4 ',
  ],
  ...['::', '::1', '1::', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', ':::', ':1', '1:'],
  ...[
    '::ffff:1.2.3.4',
    '1:2:3:4:5:6:1.2.3.4',
    '1:2:3:4:5:6:7:1.2.3.4',
    '::1.2.3',
    '1.2.3.4::',
    '12345::',
    'g::',
    'FE80::1',
  ],
  ...['fe80::1%lo', 'fe80::1%', 'fe80::1%a%b', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1::3:4:5:6:7:8:9'],
];

test.each(CASES)('%j is an address of the kind that Node says', (text) => {
  expect(ipVersion(text)).toBe(net.isIP(text));
});

test('whatever the text is, the answer is that of Node', () => {
  const part = fc.oneof(
    fc.constantFrom(':', '::', '.', '%', ''),
    fc.nat({ max: 300 }).map(String),
    fc.constantFrom('ab', 'ffff'),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      expect([text, ipVersion(text)]).toEqual([text, net.isIP(text)]);
    }),
    { numRuns: 500 },
  );
});

test('addresses go to the platform and come back', () => {
  expect(toInternetEndpoint(['127.0.0.1', 80])).toEqual({ host: '127.0.0.1', port: 80, family: 4 });
  expect(toInternetEndpoint(['fe80::1', 80, 0, 2])).toEqual({ host: 'fe80::1', port: 80, family: 6, scope: 2 });
  expect(toInternetEndpoint(['fe80::1%lo', 80])).toEqual({ host: 'fe80::1', port: 80, family: 6, scope: 'lo' });
  expect(toInternetEndpoint(['localhost', 80])).toBeNull();
  expect(toAddress({ host: '::1', port: 80, family: 6 })).toEqual(['::1', 80, 0, 0]);
  expect(toAddress({ path: '/socket' })).toBe('/socket');
  expect(toAddress(null)).toBeNull();
  expect(reprAddress(['::1', 80, 0, 0])).toBe("('::1', 80, 0, 0)");
});

test.each([
  [-1, 'port must be 0-65535.'],
  [65536, 'port must be 0-65535.'],
  [1.5, 'Int or String expected'],
  ['80', 'Int or String expected'],
])('the port %p is refused', (port, message) => {
  expect(() => toInternetEndpoint(['127.0.0.1', port as number])).toThrow(message);
});
