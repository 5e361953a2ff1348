/** Groups of receivers; what is expected here was printed by CPython 3.13. */
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise, outcome } from '../support/outcomes';

const constants = asyncio.socket;
const { IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP, IP_MULTICAST_IF, IP_MULTICAST_LOOP } = constants;
const { IP_MULTICAST_TTL, IP_TTL, IPPROTO_IP, IPPROTO_IPV6, IPV6_JOIN_GROUP, IPV6_LEAVE_GROUP } = constants;
const { IPV6_MULTICAST_HOPS, IPV6_MULTICAST_IF, IPV6_MULTICAST_LOOP, SOCK_DGRAM, SOL_SOCKET, socket } = constants;

failOnNoise();

const GROUP = [224, 1, 2, 3];
const LOOPBACK = [127, 0, 0, 1];
const NOWHERE = [9, 9, 9, 9];
const ANY = [0, 0, 0, 0];
const bytes = (...parts: (number | number[])[]): Uint8Array => Uint8Array.from(parts.flat());
/** An integer as C has it. */
const int = (value: number): number[] => [...new Uint8Array(Int32Array.of(value).buffer)];
/** `ff02::1234`. */
const GROUP6 = [0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x12, 0x34];

/** Elsewhere nobody tells the number of the loopback. */
const isLinux = process.platform === 'linux';

const EINVAL = 'OSError: [Errno 22] Invalid argument';
const EADDRINUSE = 'OSError: [Errno 98] Address already in use';
const EADDRNOTAVAIL = 'OSError: [Errno 99] Cannot assign requested address';
const ENODEV = 'OSError: [Errno 19] No such device';
const ENOPROTOOPT = 'OSError: [Errno 92] Protocol not available';

/** A socket that is bound, and what setting its options gives. */
function bound(family: 2 | 10 = 2) {
  const sock = new socket(family, SOCK_DGRAM);
  sock.bind([family === 2 ? '127.0.0.1' : '::1', 0]);
  const set = (optname: number, value: unknown, level = family === 2 ? IPPROTO_IP : IPPROTO_IPV6): string =>
    calling(sock, 'setsockopt', level, optname, value);
  return { sock, set };
}

test('a group is joined once and left once, by each interface', () => {
  const { sock, set } = bound();
  for (const through of [LOOPBACK, [...LOOPBACK, 0, 0, 0, 0], [...LOOPBACK, 7]]) {
    const group = bytes(GROUP, through);
    expect(set(IP_ADD_MEMBERSHIP, group)).toBe('None');
    expect(set(IP_ADD_MEMBERSHIP, group)).toBe(EADDRINUSE);
    expect(set(IP_DROP_MEMBERSHIP, group)).toBe('None');
    expect(set(IP_DROP_MEMBERSHIP, group)).toBe(EADDRNOTAVAIL);
  }
  sock.close();
});

test('what is no group, and what is no interface, is refused', () => {
  const { sock, set } = bound();
  expect(set(IP_ADD_MEMBERSHIP, bytes(10, 1, 2, 3, LOOPBACK))).toBe(EINVAL);
  expect(set(IP_DROP_MEMBERSHIP, bytes(10, 1, 2, 3, LOOPBACK))).toBe(EADDRNOTAVAIL);
  expect(set(IP_ADD_MEMBERSHIP, bytes(GROUP, NOWHERE))).toBe(ENODEV);
  expect(set(IP_DROP_MEMBERSHIP, bytes(GROUP, NOWHERE))).toBe(EADDRNOTAVAIL);
  expect(set(IP_ADD_MEMBERSHIP, bytes(GROUP, ANY, int(99_999)))).toBe(ENODEV);
  expect(set(IP_DROP_MEMBERSHIP, bytes(GROUP, ANY, int(99_999)))).toBe(EADDRNOTAVAIL);
  expect(set(IP_MULTICAST_IF, bytes(GROUP, ANY, int(99_999)))).toBe(EADDRNOTAVAIL);
  sock.close();
});

test('too few bytes are refused, and so is what is neither a number nor bytes', () => {
  const { sock, set } = bound();
  for (const value of [bytes(GROUP, 127, 0, 0), bytes(), 5, 0, true])
    expect(set(IP_ADD_MEMBERSHIP, value)).toBe(EINVAL);
  for (const value of [bytes(1, 2, 3), bytes()]) expect(set(IP_MULTICAST_IF, value)).toBe(EINVAL);
  for (const [value, name] of [
    ['abc', 'str'],
    [null, 'NoneType'],
    [1.5, 'float'],
    [[1], 'list'],
    [2 ** 40, 'int'],
  ]) {
    expect(set(IP_ADD_MEMBERSHIP, value)).toBe(`TypeError: a bytes-like object is required, not '${String(name)}'`);
  }
  sock.close();
  expect(set(IP_ADD_MEMBERSHIP, bytes(GROUP, LOOPBACK))).toBe('OSError: [Errno 9] Bad file descriptor');
  expect(set(IP_ADD_MEMBERSHIP, 'abc')).toBe("TypeError: a bytes-like object is required, not 'str'");
});

test('the interface to send through is an address, alone or behind a group, or a number', () => {
  const { sock, set } = bound();
  for (const value of [bytes(LOOPBACK), bytes(ANY), bytes(GROUP, LOOPBACK), bytes(LOOPBACK, 7), 0]) {
    expect(set(IP_MULTICAST_IF, value)).toBe('None');
  }
  expect(set(IP_MULTICAST_IF, new DataView(bytes(LOOPBACK).buffer).getInt32(0, int(1)[0] === 1))).toBe('None');
  for (const value of [bytes(NOWHERE), bytes(GROUP), 5]) expect(set(IP_MULTICAST_IF, value)).toBe(EADDRNOTAVAIL);
  sock.close();
});

test('options that are numbers may be given as bytes', () => {
  const { sock, set } = bound();
  const told = (optname: number): string => calling(sock, 'getsockopt', IPPROTO_IP, optname);
  for (const [value, expected] of [
    [bytes(5), '5'],
    [bytes(int(6)), '6'],
    [bytes(7, 1), '7'],
    [bytes(0, 0, 0), '0'],
    [255, '255'],
    [true, '1'],
  ] as const) {
    expect([set(IP_MULTICAST_TTL, value), told(IP_MULTICAST_TTL)]).toEqual(['None', expected]);
  }
  for (const value of [256, -2, bytes(), bytes(int(300))]) expect(set(IP_MULTICAST_TTL, value)).toBe(EINVAL);
  expect(set(IP_MULTICAST_TTL, -1)).toBe('None');
  for (const value of [0, 1, bytes(1), bytes(int(0))]) expect(set(IP_MULTICAST_LOOP, value)).toBe('None');
  expect([set(IP_TTL, bytes(9)), set(IP_TTL, -1), set(IP_TTL, 0), set(IP_TTL, 256)]).toEqual([
    'None',
    'None',
    EINVAL,
    EINVAL,
  ]);
  expect(set(constants.SO_BROADCAST, bytes(int(1)), SOL_SOCKET)).toBe('None');
  expect(set(constants.SO_BROADCAST, bytes(1), SOL_SOCKET)).toBe(EINVAL);
  sock.close();
});

test('options of IPv6 are those of its sockets alone', () => {
  const { sock, set } = bound();
  for (const optname of [IPV6_JOIN_GROUP, IPV6_MULTICAST_HOPS, IPV6_MULTICAST_IF, constants.IPV6_V6ONLY]) {
    const early = optname === constants.IPV6_V6ONLY;
    expect(set(optname, bytes(GROUP6, int(1)), IPPROTO_IPV6)).toBe(early ? 'None' : ENOPROTOOPT);
  }
  sock.close();
});

test('connections are in no groups', () => {
  const sock = new socket();
  expect(calling(sock, 'setsockopt', IPPROTO_IP, IP_ADD_MEMBERSHIP, bytes(GROUP, LOOPBACK))).toBe(
    'NotImplementedError: this platform sets no such option of a socket',
  );
  sock.close();
});

test('a group that is joined before the socket is bound is joined with it', () => {
  const sock = new socket(2, SOCK_DGRAM);
  sock.setsockopt(IPPROTO_IP, IP_ADD_MEMBERSHIP, bytes(GROUP, LOOPBACK));
  sock.bind(['127.0.0.1', 0]);
  expect(calling(sock, 'setsockopt', IPPROTO_IP, IP_ADD_MEMBERSHIP, bytes(GROUP, LOOPBACK))).toBe(EADDRINUSE);
  sock.close();

  const other = new socket(2, SOCK_DGRAM);
  other.setsockopt(IPPROTO_IP, IP_ADD_MEMBERSHIP, bytes(GROUP, NOWHERE));
  expect(outcome(() => other.bind(['127.0.0.1', 0]))).toBe(ENODEV);
  other.bind(['127.0.0.1', 0]);
  other.close();
});

test('groups of IPv6 are joined by the number of an interface', () => {
  if (!isLinux) return;
  const { sock, set } = bound(10);
  for (const through of [0, 1]) {
    const group = bytes(GROUP6, int(through));
    expect(set(IPV6_JOIN_GROUP, group)).toBe('None');
    expect(set(IPV6_JOIN_GROUP, group)).toBe(EADDRINUSE);
    expect(set(IPV6_LEAVE_GROUP, group)).toBe('None');
    expect(set(IPV6_LEAVE_GROUP, group)).toBe(EADDRNOTAVAIL);
  }
  for (const through of [99_999, -1]) {
    expect(set(IPV6_JOIN_GROUP, bytes(GROUP6, int(through)))).toBe(ENODEV);
    expect(set(IPV6_LEAVE_GROUP, bytes(GROUP6, int(through)))).toBe(EADDRNOTAVAIL);
    expect(set(IPV6_MULTICAST_IF, through)).toBe(ENODEV);
  }
  for (const value of [bytes(GROUP6), 5]) expect(set(IPV6_JOIN_GROUP, value)).toBe(EINVAL);
  for (const value of [0, 1, bytes(int(1))]) expect(set(IPV6_MULTICAST_IF, value)).toBe('None');
  expect(set(IPV6_MULTICAST_IF, bytes(1))).toBe(EINVAL);
  for (const value of [0, 255, -1, bytes(int(5))]) expect(set(IPV6_MULTICAST_HOPS, value)).toBe('None');
  for (const value of [256, bytes(5), bytes()]) expect(set(IPV6_MULTICAST_HOPS, value)).toBe(EINVAL);
  for (const value of [0, 1, bytes(int(1))]) expect(set(IPV6_MULTICAST_LOOP, value)).toBe('None');
  expect(set(IP_ADD_MEMBERSHIP, bytes(GROUP, LOOPBACK), IPPROTO_IP)).toBe('None');
  // What CPython sets here, Node can't.
  expect(set(IP_MULTICAST_TTL, 7, IPPROTO_IP)).toMatch(/^NotImplementedError/);
  sock.close();
});

/** Puts datagrams into a queue. */
class Receiver extends asyncio.DatagramProtocol {
  readonly received = new asyncio.Queue<string>();

  override datagram_received(data: Uint8Array): void {
    this.received.put_nowait(Buffer.from(data).toString());
  }
}

const receiving = asyncio.coroutine(async (options: asyncio.CreateDatagramEndpointOptions) => {
  const [transport, protocol] = await asyncio.get_running_loop().create_datagram_endpoint(Receiver, options);
  const told = transport.get_extra_info('socket') as asyncio.socket.TransportSocket;
  return [transport, protocol, told] as const;
});

const run = <T>(main: () => Promise<T>): Promise<T> => asyncio.run(asyncio.coroutine(main)());

/** The port of an endpoint. */
const portOf = (sock: asyncio.socket.TransportSocket): number => sock.getsockname()[1];

test('what is sent to a group reaches those who have joined it, until they leave', async () => {
  await run(async () => {
    const [first, inFirst, sockOfFirst] = await receiving({ local_addr: ['0.0.0.0', 0] });
    const [sender, , sockOfSender] = await receiving({ local_addr: ['127.0.0.1', 0] });
    const membership = bytes(GROUP, LOOPBACK);
    sockOfFirst.setsockopt(IPPROTO_IP, IP_ADD_MEMBERSHIP, membership);
    sockOfSender.setsockopt(IPPROTO_IP, IP_MULTICAST_IF, bytes(LOOPBACK));
    sockOfSender.setsockopt(IPPROTO_IP, IP_MULTICAST_TTL, bytes(1));
    sender.sendto(Buffer.from('to the group'), ['224.1.2.3', portOf(sockOfFirst)]);
    expect(await asyncio.wait_for(inFirst.received.get(), 10)).toBe('to the group');

    sockOfFirst.setsockopt(IPPROTO_IP, IP_DROP_MEMBERSHIP, membership);
    sender.sendto(Buffer.from('to nobody'), ['224.1.2.3', portOf(sockOfFirst)]);
    sender.sendto(Buffer.from('to one'), ['127.0.0.1', portOf(sockOfFirst)]);
    expect(await asyncio.wait_for(inFirst.received.get(), 10)).toBe('to one');
    for (const each of [first, sender]) each.close();
    await asyncio.sleep(0);
    await asyncio.sleep(0);
    expect(calling(sockOfFirst, 'setsockopt', IPPROTO_IP, IP_ADD_MEMBERSHIP, membership)).toBe(
      'OSError: [Errno 9] Bad file descriptor',
    );
  });
});
