/** The socket object; what is expected here was printed by CPython 3.13. */
import * as asyncio from 'asyncio-ts';
import { setNetwork } from '#asyncio/host/network_registry';
import { nodeNetwork } from '#asyncio/node/network';
import { calling, failOnNoise, outcome, settled } from '../support/outcomes';

const constants = asyncio.socket;
const { AF_INET6, AF_UNIX, IPPROTO_TCP, SO_ERROR, SO_KEEPALIVE, SO_RCVBUF, SO_REUSEADDR, SO_TYPE } = constants;
const { SOCK_DGRAM, SOL_SOCKET, TCP_NODELAY, socket } = constants;

failOnNoise();
afterEach(() => setNetwork(() => nodeNetwork));

test('a socket shows what it is', () => {
  const sock = new socket();
  expect(asyncio.repr(sock)).toBe("<socket.socket fd=-1, family=2, type=1, proto=0, laddr=('0.0.0.0', 0)>");
  expect(asyncio.repr(new socket({ family: AF_INET6 }))).toBe(
    "<socket.socket fd=-1, family=10, type=1, proto=0, laddr=('::', 0, 0, 0)>",
  );
  expect(asyncio.repr(new socket(AF_UNIX))).toBe('<socket.socket fd=-1, family=1, type=1, proto=0>');
  sock.close();
  sock.close();
  expect(asyncio.repr(sock)).toBe('<socket.socket [closed] fd=-1, family=2, type=1, proto=0>');
  expect(calling(sock, 'getsockname')).toBe('OSError: [Errno 9] Bad file descriptor');
  expect(sock.fileno()).toBe(-1);
});

test('there are only some kinds of sockets', () => {
  expect(outcome(() => new socket(99))).toBe('OSError: [Errno 97] Address family not supported by protocol');
  expect(outcome(() => new socket(2, 99))).toBe('OSError: [Errno 22] Invalid argument');
  expect(outcome(() => new socket('x' as never))).toBe("TypeError: 'str' object cannot be interpreted as an integer");
  expect(outcome(() => new socket(-1, -1, -1).type)).toBe('1');
  expect(outcome(() => new socket({ foo: 1 } as never))).toBe(
    "TypeError: socket.__init__() got an unexpected keyword argument 'foo'",
  );
  expect(outcome(() => new socket(AF_UNIX, SOCK_DGRAM))).toBe(
    'NotImplementedError: the host has no datagrams over Unix sockets',
  );
  expect(outcome(() => new socket({ fileno: 0 } as never))).toMatch(/^NotImplementedError: /);
});

test('a platform without sockets says why', async () => {
  setNetwork(() => ({ ...nodeNetwork, reason: 'here are no sockets', streams: null, datagrams: null }));
  expect(outcome(() => new socket())).toBe('NotImplementedError: here are no sockets');
  expect(outcome(() => new socket(2, SOCK_DGRAM))).toBe('NotImplementedError: here are no sockets');
  expect(await settled(() => constants.socketpair())).toBe('NotImplementedError: here are no sockets');
});

test('a socket is bound once, to an address that is one', () => {
  const sock = new socket();
  for (const [address, text] of [
    ['x', 'TypeError: bind(): AF_INET address must be tuple, not str'],
    [['127.0.0.1', 1, 2], 'TypeError: AF_INET address must be a pair (host, port)'],
    [['127.0.0.1', '1'], "TypeError: 'str' object cannot be interpreted as an integer"],
    [['127.0.0.1', 1.5], "TypeError: 'float' object cannot be interpreted as an integer"],
    [['127.0.0.1', 70_000], 'OverflowError: bind(): port must be 0-65535.'],
    [[null, 0], 'TypeError: str, bytes or bytearray expected, not NoneType'],
  ] as const) {
    expect(calling(sock, 'bind', address)).toBe(text);
  }
  expect(calling(sock, 'bind', ['example.invalid', 0])).toMatch(/^NotImplementedError: .*loop\.getaddrinfo/);
  sock.bind(['127.0.0.1', 1]);
  expect(sock.getsockname()).toEqual(['127.0.0.1', 1]);
  expect(calling(sock, 'bind', ['127.0.0.1', 0])).toBe('OSError: [Errno 22] Invalid argument');
  expect(calling(new socket(AF_UNIX), 'bind', 5)).toBe("TypeError: a bytes-like object is required, not 'int'");
  expect(calling(new socket(AF_INET6), 'bind', ['::1'])).toBe(
    'TypeError: AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])',
  );
});

test('one for datagrams is bound at once, and hears at once if that fails', () => {
  using sock = new socket(2, SOCK_DGRAM);
  expect(sock.getsockname()).toEqual(['0.0.0.0', 0]);
  sock.bind(['localhost', 0]);
  expect(sock.getsockname()).toEqual(['127.0.0.1', expect.any(Number)]);
  expect(sock.fileno()).toBeGreaterThan(2);
  const other = new socket(2, SOCK_DGRAM);
  expect(calling(other, 'bind', sock.getsockname())).toBe('OSError: [Errno 98] Address already in use');
  expect(calling(other, 'bind', ['1.2.3.4', 0])).toBe('OSError: [Errno 99] Cannot assign requested address');
  other.bind(['', 0]);
  expect(calling(other, 'listen')).toBe('OSError: [Errno 95] Operation not supported');
  other.close();
});

test('one that listens knows its port when listen() is through', async () => {
  const sock = new socket();
  sock.bind(['127.0.0.1', 0]);
  expect(calling(sock, 'getsockname')).toMatch(/^NotImplementedError: .*await sock\.listen/);
  const listening = sock.listen();
  expect(await settled(listening)).toBe('None');
  expect(sock.getsockname()).toEqual(['127.0.0.1', expect.any(Number)]);
  expect(asyncio.repr(sock)).toMatch(
    /^<socket\.socket fd=\d+, family=2, type=1, proto=0, laddr=\('127\.0\.0\.1', \d+\)>$/,
  );
  const other = new socket();
  other.bind(sock.getsockname());
  expect(await settled(other.listen())).toBe('OSError: [Errno 98] Address already in use');
  sock.close();
  other.close();
  const late = new socket();
  void late.listen();
  late.close();
});

test('what would have to wait names what to await instead', () => {
  const sock = new socket();
  for (const name of ['accept', 'connect', 'recv', 'recv_into', 'recvfrom', 'recvfrom_into', 'sendto', 'sendfile']) {
    expect(calling(sock, name)).toBe(
      `NotImplementedError: JavaScript can't wait for a socket here: await loop.sock_${name}(sock, …) instead`,
    );
  }
  expect(calling(sock, 'send')).toContain('loop.sock_sendall(');
  expect(calling(sock, 'sendall')).toContain('loop.sock_sendall(');
});

test('the time limit is Python’s', () => {
  const sock = new socket();
  expect([sock.gettimeout(), sock.getblocking()]).toEqual([null, true]);
  sock.setblocking(false);
  expect([sock.gettimeout(), sock.getblocking()]).toEqual([0, false]);
  sock.settimeout(2);
  expect([sock.gettimeout(), sock.getblocking()]).toEqual([2, true]);
  expect(calling(sock, 'settimeout', -1)).toBe('ValueError: Timeout value out of range');
  expect(calling(sock, 'settimeout', NaN)).toBe('ValueError: Invalid value NaN (not a number)');
  expect(calling(sock, 'settimeout', 'x')).toBe("TypeError: 'str' object cannot be interpreted as an integer");
  sock.setblocking(true);
  expect(sock.gettimeout()).toBeNull();
});

test('options are kept until the system knows the socket', () => {
  const sock = new socket();
  expect(sock.getsockopt(SOL_SOCKET, SO_TYPE)).toBe(1);
  expect(sock.getsockopt(SOL_SOCKET, SO_ERROR)).toBe(0);
  for (const [level, name] of [
    [IPPROTO_TCP, TCP_NODELAY],
    [SOL_SOCKET, SO_KEEPALIVE],
    [SOL_SOCKET, SO_REUSEADDR],
  ] as const) {
    sock.setsockopt(level, name, true);
    expect(sock.getsockopt(level, name)).toBe(1);
  }
  expect(calling(sock, 'setsockopt', 999, 999, 1)).toBe(
    'NotImplementedError: this platform sets no such option of a socket',
  );
  expect(calling(sock, 'getsockopt', 999, 999)).toBe(
    'NotImplementedError: this platform tells no such option of a socket',
  );
});

test('those of datagrams are the system’s', () => {
  using sock = new socket(2, SOCK_DGRAM);
  sock.setsockopt(SOL_SOCKET, SO_RCVBUF, 10_000);
  sock.bind(['127.0.0.1', 0]);
  // Linux doubles it for what it needs itself.
  expect([10_000, 20_000]).toContain(sock.getsockopt(SOL_SOCKET, SO_RCVBUF));
  sock.setsockopt(SOL_SOCKET, constants.SO_SNDBUF, 10_000);
  expect([10_000, 20_000]).toContain(sock.getsockopt(SOL_SOCKET, constants.SO_SNDBUF));
  for (const [level, name] of [
    [SOL_SOCKET, constants.SO_BROADCAST],
    [constants.IPPROTO_IP, constants.IP_TTL],
    [constants.IPPROTO_IP, constants.IP_MULTICAST_TTL],
    [constants.IPPROTO_IP, constants.IP_MULTICAST_LOOP],
  ] as const) {
    sock.setsockopt(level, name, 1);
    expect(sock.getsockopt(level, name)).toBe(1);
  }
  expect(calling(sock, 'setsockopt', IPPROTO_TCP, TCP_NODELAY, 1)).toMatch(/^NotImplementedError/);
});

test('it is left as a context manager', () => {
  const sock = new socket();
  expect(sock.__enter__()).toBe(sock);
  sock.__exit__(null, null, null);
  expect(asyncio.repr(sock)).toContain('[closed]');
});

test('only what is connected can be shut down, or has a peer', () => {
  const sock = new socket();
  expect(calling(sock, 'shutdown', 1)).toBe('OSError: [Errno 107] Transport endpoint is not connected');
  expect(calling(sock, 'shutdown', 7)).toBe('OSError: [Errno 22] Invalid argument');
  expect(calling(sock, 'getpeername')).toBe('OSError: [Errno 107] Transport endpoint is not connected');
});
