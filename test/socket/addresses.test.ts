/** Addresses in digits. */
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import * as asyncio from 'asyncio-ts';
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
  expect(toInternetEndpoint(['fe80::1%2', 80])).toEqual({ host: 'fe80::1', port: 80, family: 6, scope: 2 });
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

const run = <T>(main: () => Promise<T>): Promise<T> => asyncio.run(asyncio.coroutine(main)());

test('the interface in an address is told by its number', async () => {
  // Elsewhere nobody tells the number of the loopback.
  if (process.platform !== 'linux') return;
  await run(async () => {
    const loop = asyncio.get_running_loop();
    const lookUp = async (host: string): Promise<unknown> => (await loop.getaddrinfo(host, 1))[0]?.[4];
    for (const host of ['fe80::1%lo', 'fe80::1%1', '::1%1']) {
      expect(await lookUp(host)).toEqual([host.split('%')[0], 1, 0, 1]);
    }
    expect(await lookUp('fe80::1%0')).toEqual(['fe80::1', 1, 0, 0]);
    for (const host of ['fe80::1%nowhere', '::1%lo', 'fe80::1%']) {
      await expect(lookUp(host)).rejects.toThrow('[Errno -2] Name or service not known');
    }
  });
});

test('an address of one link is reached over the interface of that number', async () => {
  // This machine's own address: what is sent to it stays in the machine.
  const own = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv6' && each.scopeid !== 0);
  if (own?.family !== 'IPv6') return;
  await run(async () => {
    const loop = asyncio.get_running_loop();
    const host = `${own.address}%${String(own.scopeid)}`;
    const server = await asyncio.start_server((_, writer) => writer.close(), host, 0);
    const address = server.sockets[0]!.getsockname();
    expect(address).toEqual([own.address, address[1], 0, own.scopeid]);
    const [reader, writer] = await asyncio.open_connection(host, address[1]);
    expect(writer.get_extra_info('peername')).toEqual(address);
    expect(await reader.read()).toHaveLength(0);
    using sock = new asyncio.socket.socket(asyncio.socket.AF_INET6);
    sock.setblocking(false);
    await loop.sock_connect(sock, address);
    expect(sock.getpeername()).toEqual(address);
    writer.close();
    server.close();
    server.close_clients();
  });
});
