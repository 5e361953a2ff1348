/** Datagrams; what is expected here was printed by CPython 3.13, and 3.14 has changed nothing of it. */
import * as asyncio from 'asyncio-ts';
import { setNetwork } from '#asyncio/host/network_registry';
import type { DatagramListener, DatagramSocket, InternetEndpoint } from '#asyncio/host/network';
import { nodeNetwork } from '#asyncio/node/network';
import { calling, failOnNoise, recordLogs, settled } from '../support/outcomes';

const { AF_INET, AF_INET6, AF_UNIX, SOCK_DGRAM } = asyncio.socket;

failOnNoise();
afterEach(() => setNetwork(() => nodeNetwork));

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** An endpoint, as these tests see it. */
type Endpoint = asyncio.DatagramTransport & {
  get_write_buffer_size(): number;
  get_write_buffer_limits(): [number, number];
  set_write_buffer_limits(high: number, low?: number): void;
  is_reading(): boolean;
  pause_reading(): void;
  resume_reading(): void;
};

/** Notes what it is told, and lets a test wait for that. */
class Notes extends asyncio.DatagramProtocol {
  readonly said: string[] = [];
  #waiting: asyncio.Future<null> | null = null;

  #note(text: string): void {
    this.said.push(text);
    if (this.#waiting?.done() === false) this.#waiting.set_result(null);
  }

  /** Waits until so much was noted. */
  readonly until = asyncio.coroutine(async (count: number) => {
    while (this.said.length < count) {
      this.#waiting = asyncio.get_running_loop().create_future<null>();
      await asyncio.wait_for(this.#waiting, 10);
    }
    return this.said;
  });

  override connection_made(): void {
    this.#note('made');
  }

  override datagram_received(data: Uint8Array): void {
    this.#note(`got ${asyncio.repr(data)}`);
  }

  override error_received(exc: Error): void {
    this.#note(`error ${asyncio.repr(exc)}`);
  }

  override connection_lost(exc: Error | null): void {
    this.#note(`lost ${asyncio.repr(exc)}`);
  }

  override pause_writing(): void {
    this.#note('pause');
  }

  override resume_writing(): void {
    this.#note('resume');
  }
}

const open = asyncio.coroutine(async (options: asyncio.CreateDatagramEndpointOptions) => {
  const [transport, protocol] = await asyncio.get_running_loop().create_datagram_endpoint(Notes, options);
  return [transport as Endpoint, protocol] as const;
});

const run = <T>(main: () => Promise<T>): Promise<T> => asyncio.run(asyncio.coroutine(main)());

const LOCAL: ['127.0.0.1', 0] = ['127.0.0.1', 0];
const socknameOf = (transport: asyncio.BaseTransport) => transport.get_extra_info('sockname') as [string, number];

describe('an endpoint', () => {
  test('that is bound receives from anybody, and answers', async () => {
    await run(async () => {
      class Echo extends asyncio.DatagramProtocol {
        #transport: asyncio.DatagramTransport | null = null;
        override connection_made(transport: asyncio.DatagramTransport): void {
          this.#transport = transport;
        }
        override datagram_received(data: Uint8Array, addr: unknown): void {
          this.#transport?.sendto(data, addr);
        }
      }
      const loop = asyncio.get_running_loop();
      const [server] = await loop.create_datagram_endpoint(Echo, { local_addr: LOCAL });
      const [client, notes] = await open({ remote_addr: socknameOf(server) });
      client.sendto(bytes('one'));
      client.sendto(bytes(''));
      client.sendto(bytes('three'), { addr: socknameOf(server) });
      expect(await notes.until(4)).toEqual(['made', "got b'one'", "got b''", "got b'three'"]);
      client.close();
      server.close();
      expect(await notes.until(5)).toContain('lost None');
    });
  });

  test('tells its addresses', async () => {
    await run(async () => {
      const [server] = await open({ local_addr: LOCAL });
      const address = socknameOf(server);
      expect(address).toEqual(['127.0.0.1', expect.any(Number)]);
      expect(server.get_extra_info('peername')).toBeNull();
      expect(asyncio.repr(server.get_extra_info('socket'))).toMatch(
        /^<asyncio\.TransportSocket fd=\d+, family=2, type=2, proto=17, laddr=\('127\.0\.0\.1', \d+\)>$/,
      );
      expect(asyncio.repr(server)).toMatch(
        /^<_SelectorDatagramTransport fd=\d+ read=polling write=<idle, bufsize=0>>$/,
      );
      const [client] = await open({ remote_addr: address });
      expect(client.get_extra_info('peername')).toEqual(address);
      expect(socknameOf(client)[0]).toBe('127.0.0.1');
      const [free] = await open({ family: AF_INET });
      expect(socknameOf(free)).toEqual(['0.0.0.0', 0]);
      for (const each of [server, client, free]) each.close();
    });
  });

  test('speaks IPv6, where addresses have four parts', async () => {
    await run(async () => {
      const [endpoint, notes] = await open({ local_addr: ['::1', 0] });
      const address = socknameOf(endpoint);
      expect(address).toEqual(['::1', expect.any(Number), 0, 0]);
      endpoint.sendto(bytes('a'), address);
      endpoint.sendto(bytes('b'), address.slice(0, 2));
      expect(await notes.until(3)).toEqual(['made', "got b'a'", "got b'b'"]);
      endpoint.close();
    });
  });

  test('hears that nobody is where it sends to, and goes on', async () => {
    await run(async () => {
      const [gone] = await open({ local_addr: LOCAL });
      const address = socknameOf(gone);
      gone.close();
      await asyncio.sleep(0);
      const [endpoint, notes] = await open({ remote_addr: address });
      endpoint.sendto(bytes('x'));
      expect(await notes.until(2)).toEqual(['made', "error ConnectionRefusedError(111, 'Connection refused')"]);
      expect(endpoint.is_closing()).toBe(false);
      endpoint.close();
    });
  });

  test('hears that a datagram is too long', async () => {
    await run(async () => {
      const [endpoint, notes] = await open({ local_addr: LOCAL });
      endpoint.sendto(new Uint8Array(70_000), socknameOf(endpoint));
      expect(await notes.until(2)).toEqual(['made', "error OSError(90, 'Message too long')"]);
      endpoint.close();
    });
  });

  test('looks names up, and hears of those that are none', async () => {
    await run(async () => {
      const [endpoint, notes] = await open({ local_addr: LOCAL });
      endpoint.sendto(bytes('x'), ['localhost', socknameOf(endpoint)[1]]);
      endpoint.sendto(bytes('x'), ['no such name.invalid', 1]);
      expect((await notes.until(3)).slice().sort()).toEqual([
        "error gaierror(-2, 'Name or service not known')",
        "got b'x'",
        'made',
      ]);
      endpoint.close();
    });
  });

  test('may be made of a socket, which keeps what has come', async () => {
    await run(async () => {
      const loop = asyncio.get_running_loop();
      const sock = new asyncio.socket.socket(AF_INET, SOCK_DGRAM);
      sock.bind(LOCAL);
      await loop.sock_sendto(sock, bytes('first'), sock.getsockname());
      await loop.sock_sendto(sock, bytes('second'), sock.getsockname());
      expect((await loop.sock_recvfrom(sock, 100))[0]).toEqual(Buffer.from('first'));
      const [endpoint, notes] = await open({ sock });
      expect(await notes.until(2)).toEqual(['made', "got b'second'"]);
      endpoint.close();
      await notes.until(3);
      expect(sock.fileno()).toBe(-1);
    });
  });

  test('keeps what comes while it is paused', async () => {
    await run(async () => {
      const [endpoint, notes] = await open({ local_addr: LOCAL });
      endpoint.pause_reading();
      expect(endpoint.is_reading()).toBe(false);
      const [other] = await open({ remote_addr: socknameOf(endpoint) });
      other.sendto(bytes('x'));
      await asyncio.sleep(0.02);
      expect(notes.said).toEqual(['made']);
      endpoint.resume_reading();
      expect(await notes.until(2)).toEqual(['made', "got b'x'"]);
      endpoint.close();
      other.close();
    });
  });

  test('with broadcast isn’t connected, but sends to its one address only', async () => {
    await run(async () => {
      const [server, notes] = await open({ local_addr: LOCAL });
      const address = socknameOf(server);
      const [endpoint] = await open({ remote_addr: address, allow_broadcast: true });
      expect(endpoint.get_extra_info('peername')).toBeNull();
      endpoint.sendto(bytes('x'));
      expect(await notes.until(2)).toEqual(['made', "got b'x'"]);
      expect(calling(endpoint, 'sendto', bytes('x'), ['127.0.0.1', 1])).toBe(
        `ValueError: Invalid address: must be None or ('127.0.0.1', ${String(address[1])})`,
      );
      server.close();
      endpoint.close();
    });
  });

  test('whose protocol fails reports it, and goes on', async () => {
    await run(async () => {
      const loop = asyncio.get_running_loop();
      const reports: string[] = [];
      loop.set_exception_handler((_, { message, exception }) => {
        reports.push(`${String(message)}: ${asyncio.repr(exception)}`);
      });
      class Fails extends Notes {
        override datagram_received(data: Uint8Array): void {
          super.datagram_received(data);
          throw new asyncio.ZeroDivisionError('x');
        }
      }
      const [endpoint, notes] = await loop.create_datagram_endpoint(Fails, { local_addr: LOCAL });
      endpoint.sendto(bytes('1'), socknameOf(endpoint));
      endpoint.sendto(bytes('2'), socknameOf(endpoint));
      await notes.until(3);
      endpoint.close();
      await notes.until(4);
      const report = "Exception in callback _SelectorDatagramTransport._read_ready(): ZeroDivisionError('x')";
      expect(reports).toEqual([report, report]);
    });
  });
});

describe('sendto', () => {
  test('refuses what is no datagram, and an address other than the one that is connected', async () => {
    await run(async () => {
      const [server] = await open({ local_addr: LOCAL });
      const address = socknameOf(server);
      const [client] = await open({ remote_addr: address });
      expect(calling(client, 'sendto', 'x')).toBe("TypeError: data argument must be a bytes-like object, not 'str'");
      expect(calling(client, 'sendto', bytes('x'), ['127.0.0.1', 1])).toBe(
        `ValueError: Invalid address: must be None or ('127.0.0.1', ${String(address[1])})`,
      );
      expect(calling(client, 'sendto')).toBe(
        "TypeError: _SelectorDatagramTransport.sendto() missing 1 required positional argument: 'data'",
      );
      client.close();
      server.close();
    });
  });

  test.each([
    [null, "TypeError('sendto(): AF_INET address must be tuple, not NoneType')"],
    ['abc', "TypeError('sendto(): AF_INET address must be tuple, not str')"],
    [['127.0.0.1', 99_999], "OverflowError('sendto(): port must be 0-65535.')"],
    [['127.0.0.1', 1, 2], "TypeError('AF_INET address must be a pair (host, port)')"],
    [['127.0.0.1', '1'], 'TypeError("\'str\' object cannot be interpreted as an integer")'],
  ])('to %p ends the endpoint, and is reported', async (address, error) => {
    await run(async () => {
      const loop = asyncio.get_running_loop();
      const reports: string[] = [];
      loop.set_exception_handler((_, { message, exception }) => {
        reports.push(`${String(message)}: ${asyncio.repr(exception)}`);
      });
      const [endpoint, notes] = await open({ family: AF_INET });
      endpoint.sendto(bytes('x'), address);
      expect(endpoint.is_closing()).toBe(true);
      expect(await notes.until(2)).toEqual(['made', `lost ${error}`]);
      expect(reports).toEqual([`Fatal write error on datagram transport: ${error}`]);
      expect(asyncio.repr(endpoint)).toMatch(/^<_SelectorDatagramTransport closed fd=\d+>$/);
    });
  });

  test('after the end does nothing, and complains when it is done too often', async () => {
    await run(async () => {
      const [server] = await open({ local_addr: LOCAL });
      const [client, notes] = await open({ remote_addr: socknameOf(server) });
      client.close();
      client.close();
      await notes.until(2);
      const records = recordLogs();
      for (let count = 0; count < 6; count++) client.sendto(bytes('x'));
      expect(records.map(({ message }) => message)).toEqual([
        'socket.send() raised exception.',
        'socket.send() raised exception.',
      ]);
      server.abort();
    });
  });
});

describe('create_datagram_endpoint', () => {
  const failing = (options: object) => run(() => settled(open(options as asyncio.CreateDatagramEndpointOptions)));

  test.each<[object, string]>([
    [{}, 'ValueError: unexpected address family'],
    [{ local_addr: 'a' }, 'TypeError: 2-tuple is expected'],
    [{ local_addr: ['127.0.0.1', 0, 0] }, 'TypeError: 2-tuple is expected'],
    [{ local_addr: LOCAL, remote_addr: ['::1', 1] }, 'ValueError: can not get address information'],
    [{ local_addr: ['1.2.3.4', 0] }, 'OSError: [Errno 99] Cannot assign requested address'],
    [{ remote_addr: ['255.255.255.255', 5] }, 'PermissionError: [Errno 13] Permission denied'],
    [{ local_addr: ['127.0.0.1', 99_999] }, 'OverflowError: bind(): port must be 0-65535.'],
    [
      { local_addr: LOCAL, reuse_address: true },
      expect.stringContaining("unexpected keyword argument 'reuse_address'"),
    ],
    [{ family: AF_UNIX, local_addr: ['a', 1] }, 'TypeError: string is expected'],
    [{ family: AF_UNIX, local_addr: '/x' }, 'NotImplementedError: the host has no datagrams over Unix sockets'],
  ])('with %p raises', async (options, error) => {
    expect(await failing(options)).toEqual(error);
  });

  test('at an address that is taken raises', async () => {
    await run(async () => {
      const [first] = await open({ local_addr: LOCAL });
      expect(await settled(open({ local_addr: socknameOf(first) }))).toBe('OSError: [Errno 98] Address already in use');
      first.close();
    });
  });

  test('shares an address that both want to share', async () => {
    await run(async () => {
      const [first] = await open({ local_addr: LOCAL, reuse_port: true });
      const [second] = await open({ local_addr: socknameOf(first), reuse_port: true });
      expect(socknameOf(second)).toEqual(socknameOf(first));
      first.close();
      second.close();
    });
  });

  test('refuses a socket for streams, and addresses beside a socket', async () => {
    const stream = new asyncio.socket.socket();
    expect(await failing({ sock: stream })).toBe(
      `ValueError: A datagram socket was expected, got ${asyncio.repr(stream)}`,
    );
    const sock = new asyncio.socket.socket(AF_INET6, SOCK_DGRAM);
    expect(await failing({ sock, local_addr: ['a', 1], family: 2, reuse_port: true })).toBe(
      'ValueError: socket modifier keyword arguments can not be used when sock is specified. ' +
        "(local_addr=('a', 1), family=2, reuse_port=True)",
    );
    sock.close();
    stream.close();
  });

  test('leaves nothing open when the factory fails', async () => {
    await run(async () => {
      const loop = asyncio.get_running_loop();
      const sock = new asyncio.socket.socket(AF_INET, SOCK_DGRAM);
      const factory = () => {
        throw new asyncio.ValueError('no');
      };
      expect(await settled(loop.create_datagram_endpoint(factory, { sock }))).toBe('ValueError: no');
      expect(sock.fileno()).toBe(-1);
    });
  });

  test('says in debug mode what it has made', async () => {
    const records = recordLogs();
    await run(async () => {
      asyncio.get_running_loop().set_debug(true);
      const [endpoint] = await open({ local_addr: LOCAL });
      endpoint.close();
    });
    expect(records.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^Datagram endpoint local_addr=.* remote_addr=None created: \(<_SelectorDatagramTransport /,
      ),
    );
  });
});

describe('what the system doesn’t take at once', () => {
  /** A system that takes datagrams only when it is told to. No real one on this machine is ever full. */
  class Slow implements DatagramSocket {
    listener: DatagramListener | null = null;
    readonly fileno = 7;
    readonly local: InternetEndpoint = { host: '127.0.0.1', port: 1, family: 4 };
    readonly remote = null;
    readonly queue: [Uint8Array, (error: Error | null) => void][] = [];
    isClosed = false;
    get pending(): readonly [number, number] {
      return [this.queue.reduce((sum, [data]) => sum + data.length, 0), this.queue.length];
    }
    set = () => false;
    get = () => null;
    connect = () => undefined;
    send(data: Uint8Array, _: unknown, done: (error: Error | null) => void): void {
      this.queue.push([data, done]);
    }
    take(error: Error | null = null): void {
      this.queue.shift()?.[1](error);
    }
    close(): void {
      this.isClosed = true;
    }
  }

  const slow = asyncio.coroutine(async () => {
    const socket = new Slow();
    setNetwork(() => ({ ...nodeNetwork, datagrams: { open: () => socket } }));
    const [endpoint, notes] = await open({ local_addr: ['127.0.0.1', 1] });
    const send = (length: number) => endpoint.sendto(new Uint8Array(length), ['127.0.0.1', 2]);
    return { socket, endpoint, notes, send };
  });

  test('is the write buffer, in which each datagram counts 8 bytes more', async () => {
    await run(async () => {
      const { socket, endpoint, notes, send } = await slow();
      expect(endpoint.get_write_buffer_limits()).toEqual([16_384, 65_536]);
      endpoint.set_write_buffer_limits(100, 20);
      send(50);
      expect(endpoint.get_write_buffer_size()).toBe(58);
      send(50);
      expect(notes.said).toEqual(['made', 'pause']);
      expect(asyncio.repr(endpoint)).toBe(
        '<_SelectorDatagramTransport fd=7 read=polling write=<polling, bufsize=116>>',
      );
      socket.take();
      await asyncio.sleep(0);
      expect(notes.said).toEqual(['made', 'pause']);
      socket.take();
      expect(await notes.until(3)).toEqual(['made', 'pause', 'resume']);
      endpoint.close();
    });
  });

  test('is sent before close() ends the endpoint', async () => {
    await run(async () => {
      const { socket, endpoint, notes, send } = await slow();
      send(1);
      send(1);
      endpoint.close();
      socket.take();
      await asyncio.sleep(0);
      await asyncio.sleep(0);
      expect(notes.said).toEqual(['made']);
      socket.take(Object.assign(new Error('x'), { code: 'ENETUNREACH', errno: -101, syscall: 'send' }));
      expect(await notes.until(3)).toEqual(['made', "error OSError(101, 'Network is unreachable')", 'lost None']);
      expect(socket.isClosed).toBe(true);
    });
  });

  test('is lost with abort()', async () => {
    await run(async () => {
      const { socket, endpoint, notes, send } = await slow();
      send(1);
      endpoint.abort();
      expect(await notes.until(2)).toEqual(['made', 'lost None']);
      expect(socket.queue).toHaveLength(1);
    });
  });

  test('of what comes too fast the rest is dropped, as systems do', async () => {
    await run(async () => {
      const { socket, endpoint, notes } = await slow();
      endpoint.pause_reading();
      const from = { host: '127.0.0.1', port: 2, family: 4 } as const;
      for (let count = 0; count < 10; count++) socket.listener?.received(new Uint8Array(60_000), from);
      endpoint.resume_reading();
      await notes.until(1 + 4);
      for (let turn = 0; turn < 10; turn++) await asyncio.sleep(0);
      expect(notes.said).toHaveLength(1 + 4);
      endpoint.close();
    });
  });
});
