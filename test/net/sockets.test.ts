/** `sock_recv` and its like; what is expected here was printed by CPython 3.13. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { failOnNoise, settled } from '../support/outcomes';

const { AF_INET, AF_UNIX, SHUT_RD, SHUT_WR, SOCK_DGRAM, SOCK_STREAM, socket, socketpair } = asyncio.socket;
type Socket = asyncio.socket.socket;

failOnNoise();

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const run = <T>(main: (loop: asyncio.AbstractEventLoop) => Promise<T>): Promise<T> =>
  asyncio.run(asyncio.coroutine(async () => await main(asyncio.get_running_loop()))());

/** A server that listens, and two ends of a connection. */
const connected = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const server = new socket();
  server.bind(['127.0.0.1', 0]);
  await server.listen();
  const client = new socket();
  await loop.sock_connect(client, server.getsockname());
  const [connection] = await loop.sock_accept(server);
  return [server, client, connection] as const;
});

const close = (...sockets: readonly Socket[]): void => sockets.forEach((each) => each.close());

describe('a connection', () => {
  test('is made, taken, read and written', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      expect(connection.gettimeout()).toBe(0);
      expect(connection.getpeername()).toEqual(client.getsockname());
      expect(client.getpeername()).toEqual(server.getsockname());
      expect(await settled(loop.sock_sendall(client, bytes('hello')))).toBe('None');
      const buffer = new Uint8Array(3);
      expect(await loop.sock_recv_into(connection, buffer)).toBe(3);
      expect(buffer).toEqual(new Uint8Array(bytes('hel')));
      expect(await settled(loop.sock_recv(connection, 100))).toBe("b'lo'");
      client.shutdown(SHUT_WR);
      expect(await settled(loop.sock_recv(connection, 10))).toBe("b''");
      expect(await settled(loop.sock_recv(connection, 10))).toBe("b''");
      expect(await settled(loop.sock_sendall(client, bytes('x')))).toBe('BrokenPipeError: [Errno 32] Broken pipe');
      close(server, client, connection);
    });
  });

  test('carries more than fits into the buffers of the system', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const sent = Buffer.alloc(3_000_000, 'abcdefg');
      const sending = asyncio.create_task(loop.sock_sendall(client, sent));
      const parts: Uint8Array[] = [];
      for (let length = 0; length < sent.length;) {
        const part = await loop.sock_recv(connection, 50_000);
        parts.push(part);
        length += part.length;
      }
      await sending;
      expect(Buffer.concat(parts).equals(sent)).toBe(true);
      close(server, client, connection);
    });
  });

  test('that nobody reads from stops who sends, and a cancelled sender sends no more', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const sending = asyncio.create_task(loop.sock_sendall(client, new Uint8Array(50_000_000)));
      await asyncio.sleep(0.05);
      expect(sending.done()).toBe(false);
      sending.cancel();
      expect(await settled(sending)).toBe('CancelledError');
      client.shutdown(SHUT_WR);
      let length = 0;
      for (let part = 1; part > 0;) {
        part = (await loop.sock_recv(connection, 1_000_000)).length;
        length += part;
      }
      expect(length).toBeLessThan(50_000_000);
      close(server, client, connection);
    });
  });

  test('loses nothing when who reads is cancelled', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const first = asyncio.create_task(loop.sock_recv(connection, 10));
      await asyncio.sleep(0);
      await loop.sock_sendall(client, bytes('1'));
      first.cancel();
      await settled(first);
      const second = asyncio.create_task(loop.sock_recv(connection, 10));
      await asyncio.sleep(0.01);
      second.cancel();
      await settled(second);
      await loop.sock_sendall(client, bytes('2'));
      client.close();
      const rest: string[] = [];
      for (let part = 'x'; part !== '';) {
        part = Buffer.from(await loop.sock_recv(connection, 10)).toString();
        rest.push(part);
      }
      const read = first.cancelled() ? [] : [Buffer.from(first.result()).toString()];
      const second_ = second.cancelled() ? [] : [Buffer.from(second.result()).toString()];
      expect([...read, ...second_, ...rest].join('')).toBe('12');
      close(server, connection);
    });
  });

  test('serves those who read in the order in which they came', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const tasks = [1, 2].map(() => asyncio.create_task(loop.sock_recv(connection, 1)));
      await asyncio.sleep(0);
      await loop.sock_sendall(client, bytes('ab'));
      expect((await asyncio.gather(...tasks)).map(asyncio.repr)).toEqual(["b'a'", "b'b'"]);
      close(server, client, connection);
    });
  });

  test('wakes those who read when it is closed or shut down', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const readers = [client, connection].map((each) => asyncio.create_task(loop.sock_recv(each, 10)));
      await asyncio.sleep(0);
      connection.shutdown(SHUT_RD);
      expect(await settled(readers[1]!)).toBe("b''");
      client.close();
      expect(await settled(readers[0]!)).toBe('OSError: [Errno 9] Bad file descriptor');
      close(server, connection);
    });
  });

  test('tells of nobody from whom bytes come', async () => {
    await run(async (loop) => {
      const [first, second] = await socketpair();
      await loop.sock_sendto(first, bytes('x'), ['127.0.0.1', 1]);
      expect(asyncio.repr(await loop.sock_recvfrom(second, 10))).toBe("[b'x', None]");
      close(first, second);
    });
  });
});

describe('sock_connect', () => {
  test('finds the address of a name', async () => {
    await run(async (loop) => {
      const server = new socket();
      server.bind(['localhost', 0]);
      await server.listen();
      const client = new socket();
      expect(await settled(loop.sock_connect(client, ['localhost', server.getsockname()[1]]))).toBe('None');
      close(server, client);
    });
  });

  test('begins at the address to which the socket is bound', async () => {
    await run(async (loop) => {
      const server = new socket();
      server.bind(['127.0.0.1', 0]);
      await server.listen();
      const client = new socket();
      client.bind(['127.0.0.2', 0]);
      await loop.sock_connect(client, server.getsockname());
      expect((await loop.sock_accept(server))[1][0]).toBe('127.0.0.2');
      const other = new socket();
      other.bind(['1.2.3.4', 0]);
      expect(await settled(loop.sock_connect(other, server.getsockname()))).toBe(
        'OSError: [Errno 99] Cannot assign requested address',
      );
      close(server, client, other);
    });
  });

  test('connects to paths', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'asyncio-'));
    await run(async (loop) => {
      const path = join(folder, 'socket');
      const server = new socket(AF_UNIX);
      server.bind(path);
      await server.listen();
      const client = new socket(AF_UNIX);
      await loop.sock_connect(client, path);
      const [connection] = await loop.sock_accept(server);
      expect([connection.family, connection.getsockname(), client.getpeername()]).toEqual([AF_UNIX, path, path]);
      await loop.sock_sendall(connection, bytes('x'));
      expect(await settled(loop.sock_recv(client, 1))).toBe("b'x'");
      close(server, client, connection);
    });
    rmSync(folder, { recursive: true });
  });

  test.each<[unknown, string]>([
    [['127.0.0.1', 1], "ConnectionRefusedError: [Errno 111] Connect call failed ('127.0.0.1', 1)"],
    [['127.0.0.1', 99_999], 'OverflowError: connect(): port must be 0-65535.'],
    [['127.0.0.1', 'no such service'], 'gaierror: [Errno -8] Servname not supported for ai_socktype'],
    [['no such name.invalid', 1], 'gaierror: [Errno -2] Name or service not known'],
    ['x', 'ValueError: not enough values to unpack (expected 2, got 1)'],
    [5, "TypeError: 'int' object is not subscriptable"],
  ])('to %p raises', async (address, error) => {
    await run(async (loop) => {
      const sock = new socket();
      expect(await settled(loop.sock_connect(sock, address as never))).toBe(error);
      sock.close();
    });
  });

  test('to a path where nobody is raises', async () => {
    await run(async (loop) => {
      const sock = new socket(AF_UNIX);
      expect(await settled(loop.sock_connect(sock, '/no/such/path'))).toBe(
        'FileNotFoundError: [Errno 2] No such file or directory',
      );
      expect(await settled(loop.sock_connect(sock, ['a', 1]))).toBe(
        "TypeError: a bytes-like object is required, not 'tuple'",
      );
    });
  });

  test('raises where there is a connection, or a server', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const text = 'OSError: [Errno 106] Transport endpoint is already connected';
      expect(await settled(loop.sock_connect(client, server.getsockname()))).toBe(text);
      expect(await settled(loop.sock_connect(server, server.getsockname()))).toBe(text);
      close(server, client, connection);
    });
  });
});

describe('sock_accept', () => {
  test('takes connections that came before, in their order', async () => {
    await run(async (loop) => {
      const server = new socket();
      server.bind(['127.0.0.1', 0]);
      await server.listen();
      const clients = [new socket(), new socket()];
      for (const client of clients) await loop.sock_connect(client, server.getsockname());
      const names = clients.map((client) => asyncio.repr(client.getsockname()));
      const peers = [(await loop.sock_accept(server))[1], (await loop.sock_accept(server))[1]];
      expect(peers.map(asyncio.repr)).toEqual(names);
      close(server, ...clients);
    });
  });

  test('loses no connection when it is cancelled', async () => {
    await run(async (loop) => {
      const server = new socket();
      server.bind(['127.0.0.1', 0]);
      await server.listen();
      const tasks = [1, 2].map(() => asyncio.create_task(loop.sock_accept(server)));
      await asyncio.sleep(0);
      tasks[0]!.cancel();
      const client = new socket();
      await loop.sock_connect(client, server.getsockname());
      const [connection] = await tasks[1]!;
      expect(tasks[0]!.cancelled()).toBe(true);
      const third = asyncio.create_task(loop.sock_accept(server));
      const other = new socket();
      await loop.sock_connect(other, server.getsockname());
      third.cancel();
      const outcomes = await settled(third);
      const [last] = outcomes === 'CancelledError' ? await loop.sock_accept(server) : third.result();
      expect(last.getpeername()).toEqual(other.getsockname());
      close(server, client, other, connection, last);
    });
  });

  test('raises what listen() has to say', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const second = new socket();
      second.bind(server.getsockname());
      void second.listen();
      expect(await settled(loop.sock_accept(second))).toBe('OSError: [Errno 98] Address already in use');
      expect(await settled(second.listen())).toBe('OSError: [Errno 98] Address already in use');
      expect(await settled(loop.sock_accept(new socket()))).toBe('OSError: [Errno 22] Invalid argument');
      close(server, client, connection, second);
    });
  });
});

describe('datagrams', () => {
  test('are sent and received', async () => {
    await run(async (loop) => {
      const sock = new socket(AF_INET, SOCK_DGRAM);
      sock.setblocking(false);
      sock.bind(['127.0.0.1', 0]);
      const address = sock.getsockname();
      expect(await loop.sock_sendto(sock, bytes('12345'), address)).toBe(5);
      expect(await loop.sock_recvfrom(sock, 3)).toEqual([Buffer.from('123'), address]);
      const buffer = new Uint8Array(10);
      await loop.sock_sendto(sock, bytes('12345'), address);
      expect(await loop.sock_recvfrom_into(sock, buffer)).toEqual([5, address]);
      await loop.sock_sendto(sock, bytes('12345'), address);
      expect(await loop.sock_recvfrom_into(sock, buffer, 2)).toEqual([2, address]);
      expect(await settled(loop.sock_recvfrom_into(sock, buffer, 20))).toBe(
        'ValueError: nbytes is greater than the length of the buffer',
      );
      expect(await settled(loop.sock_sendall(sock, bytes('x')))).toBe(
        'OSError: [Errno 89] Destination address required',
      );
      expect(await settled(loop.sock_sendto(sock, new Uint8Array(70_000), address))).toBe(
        'OSError: [Errno 90] Message too long',
      );
      expect(await settled(loop.sock_sendto(sock, bytes('x'), null as never))).toBe(
        'TypeError: sendto(): AF_INET address must be tuple, not NoneType',
      );
      expect(await loop.sock_sendto(sock, bytes('by name'), ['localhost', address[1]])).toBe(7);
      expect(await settled(loop.sock_recv(sock, 100))).toBe("b'by name'");
      sock.close();
    });
  });

  test('go to one place only when the socket is connected', async () => {
    await run(async (loop) => {
      const sock = new socket(AF_INET, SOCK_DGRAM);
      sock.bind(['127.0.0.1', 0]);
      const address = sock.getsockname();
      await loop.sock_connect(sock, address);
      expect(sock.getpeername()).toEqual(address);
      await loop.sock_sendall(sock, bytes('a'));
      await loop.sock_sendto(sock, bytes('b'), address);
      expect(await settled(loop.sock_recv(sock, 10))).toBe("b'a'");
      expect(await settled(loop.sock_recv(sock, 10))).toBe("b'b'");
      expect(await settled(loop.sock_sendto(sock, bytes('x'), ['127.0.0.1', 1]))).toBe(
        'OSError: [Errno 106] Transport endpoint is already connected',
      );
      const gone = new socket(AF_INET, SOCK_DGRAM);
      gone.bind(['127.0.0.1', 0]);
      await loop.sock_connect(sock, gone.getsockname());
      gone.close();
      await loop.sock_sendall(sock, bytes('x'));
      expect(await settled(loop.sock_recv(sock, 10))).toBe('ConnectionRefusedError: [Errno 111] Connection refused');
      sock.close();
    });
  });

  test('are not lost when who waits for them is cancelled', async () => {
    await run(async (loop) => {
      const sock = new socket(AF_INET, SOCK_DGRAM);
      sock.bind(['127.0.0.1', 0]);
      const task = asyncio.create_task(loop.sock_recv(sock, 10));
      await asyncio.sleep(0);
      task.cancel();
      await settled(task);
      await loop.sock_sendto(sock, bytes('x'), sock.getsockname());
      expect(await settled(loop.sock_recv(sock, 10))).toBe("b'x'");
      sock.close();
    });
  });
});

describe('a socket', () => {
  test('that isn’t connected, or is closed, can’t be used', async () => {
    await run(async (loop) => {
      const sock = new socket();
      expect(await settled(loop.sock_recv(sock, 1))).toBe('OSError: [Errno 107] Transport endpoint is not connected');
      expect(await settled(loop.sock_sendall(sock, bytes('x')))).toBe('BrokenPipeError: [Errno 32] Broken pipe');
      sock.close();
      for (const call of [
        loop.sock_recv(sock, 1),
        loop.sock_sendall(sock, bytes('x')),
        loop.sock_accept(sock),
        loop.sock_connect(sock, ['127.0.0.1', 1]),
      ]) {
        expect(await settled(call)).toBe('OSError: [Errno 9] Bad file descriptor');
      }
    });
  });

  test('has to be non-blocking in debug mode', async () => {
    await run(async (loop) => {
      loop.set_debug(true);
      const sock = new socket();
      expect(await settled(loop.sock_recv(sock, 1))).toBe('ValueError: the socket must be non-blocking');
      loop.set_debug(false);
      sock.close();
    });
  });

  test('takes only what is right', async () => {
    await run(async (loop) => {
      const [sock, other] = await socketpair();
      const any = loop as unknown as Record<string, (...args: unknown[]) => asyncio.Coroutine<unknown>>;
      expect(await settled(any.sock_sendall!(sock, 'x'))).toBe("TypeError: a bytes-like object is required, not 'str'");
      expect(await settled(any.sock_recv!(sock, 'x'))).toBe(
        "TypeError: 'str' object cannot be interpreted as an integer",
      );
      expect(await settled(any.sock_recv!(sock, -1))).toBe('ValueError: negative buffersize in recv');
      expect(await settled(any.sock_recv!(sock, 0))).toBe("b''");
      expect(await settled(any.sock_recv_into!(sock, 'abc'))).toBe(
        'TypeError: recv_into() argument 1 must be read-write bytes-like object, not str',
      );
      expect(await settled(any.sock_recv!(null, 1))).toBe("AttributeError: 'NoneType' object has no attribute 'recv'");
      close(sock, other);
    });
  });

  test('becomes the transport of a client, with all that has come', async () => {
    await run(async (loop) => {
      const [first, second] = await socketpair();
      await loop.sock_sendall(first, bytes('abcdef'));
      expect(await settled(loop.sock_recv(second, 2))).toBe("b'ab'");
      first.close();
      await asyncio.sleep(0.01);
      const [reader, writer] = await asyncio.open_connection({ sock: second });
      expect(await settled(reader.read())).toBe("b'cdef'");
      writer.close();
      await writer.wait_closed();
      expect(second.fileno()).toBe(-1);
    });
  });

  test('becomes a server', async () => {
    await run(async (loop) => {
      const sock = new socket();
      sock.bind(['127.0.0.1', 0]);
      const waiting = new socket();
      await sock.listen();
      await loop.sock_connect(waiting, sock.getsockname());
      const server = await asyncio.start_server((_, writer) => writer.close(), { sock });
      expect(server.sockets[0]!.getsockname()).toEqual(sock.getsockname());
      expect(await settled(loop.sock_recv(waiting, 1))).toBe("b''");
      server.close();
      await server.wait_closed();
      expect(sock.fileno()).toBe(-1);
      waiting.close();
    });
  });

  test('becomes a server at a path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'asyncio-'));
    await run(async () => {
      const path = join(folder, 'socket');
      const sock = new socket(AF_UNIX);
      sock.bind(path);
      const server = await asyncio.start_unix_server((_, writer) => writer.close(), { sock });
      const [reader, writer] = await asyncio.open_unix_connection(path);
      expect(await settled(reader.read())).toBe("b''");
      writer.close();
      server.close();
      await server.wait_closed();
    });
    rmSync(folder, { recursive: true });
  });

  test('that something else has accepted becomes a transport', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      class Hello extends asyncio.Protocol {
        override connection_made(transport: asyncio.Transport): void {
          transport.write(bytes('hello'));
          transport.close();
        }
      }
      await loop.connect_accepted_socket(Hello, connection);
      expect(await settled(loop.sock_recv(client, 10))).toBe("b'hello'");
      const datagrams = new socket(AF_INET, SOCK_DGRAM);
      expect(await settled(loop.connect_accepted_socket(Hello, datagrams))).toBe(
        `ValueError: A Stream Socket was expected, got ${asyncio.repr(datagrams)}`,
      );
      expect(await settled(loop.connect_accepted_socket(Hello, client, { ssl_handshake_timeout: 1 }))).toBe(
        'ValueError: ssl_handshake_timeout is only meaningful with ssl',
      );
      close(server, client, datagrams);
    });
  });

  test('has to be of the right kind to become a transport or a server', async () => {
    await run(async (loop) => {
      const [server, client, connection] = await connected();
      const unix = `ValueError: A UNIX Domain Stream Socket was expected, got ${asyncio.repr(client)}`;
      expect(await settled(loop.create_unix_connection(asyncio.Protocol, { sock: client }))).toBe(unix);
      expect(await settled(loop.create_unix_server(asyncio.Protocol, { sock: client }))).toBe(unix);
      expect(await settled(loop.create_server(asyncio.Protocol, { sock: client }))).toBe(
        'OSError: [Errno 22] Invalid argument',
      );
      close(server, client, connection);
    });
  });

  test('pair is connected', async () => {
    await run(async (loop) => {
      const [first, second] = await socketpair();
      expect([first.family, first.type, first.getsockname()]).toEqual([AF_UNIX, SOCK_STREAM, '']);
      await loop.sock_sendall(second, bytes('x'));
      expect(await settled(loop.sock_recv(first, 1))).toBe("b'x'");
      close(first, second);
    });
  });
});
