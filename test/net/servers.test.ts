/** Servers that a program makes itself, of sockets that are bound, and the contract of servers. */
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise, outcome, settled } from '../support/outcomes';
import { portOf } from '../support/tls';

failOnNoise();

/** Closes a connection as soon as it stands. */
class Closing extends asyncio.Protocol {
  override connection_made(transport: asyncio.Transport): void {
    transport.close();
  }
}

/** A socket that is bound to a free port. */
function boundSocket(port = 0): asyncio.socket.socket {
  const sock = new asyncio.socket.socket();
  sock.bind(['127.0.0.1', port]);
  return sock;
}

const readAll = asyncio.coroutine(function* (port: number) {
  const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', { port });
  const all = yield* reader.read();
  writer.close();
  yield* writer.wait_closed();
  return all.length;
});

describe('a server of sockets that are bound', () => {
  test('listens when it begins to serve, and closes the sockets', async () => {
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const sock = boundSocket();
      const server = new asyncio.Server(loop, [sock], Closing, null, 100, null);
      expect([server.get_loop() === loop, server.is_serving(), sock._listening]).toEqual([true, false, null]);
      expect(asyncio.repr(server)).toMatch(
        /^<Server sockets=\(<asyncio\.TransportSocket fd=-1, family=2, type=1, proto=6/,
      );
      yield* server.start_serving();
      expect(server.is_serving()).toBe(true);
      expect(yield* readAll(portOf(server))).toBe(0);
      server.close();
      yield* server.wait_closed();
      expect([server.sockets, sock.fileno(), asyncio.repr(server)]).toEqual([[], -1, '<Server sockets=()>']);
    });
    await asyncio.run(main());
  });

  test("takes Python's arguments by keyword, and serves until it is cancelled", async () => {
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const server = new asyncio.Server(loop, [boundSocket(), boundSocket()], {
        protocol_factory: Closing,
        ssl_context: null,
        backlog: 5,
        ssl_handshake_timeout: null,
      });
      const serving = asyncio.create_task(server.serve_forever());
      while (server.sockets.some((each) => each.fileno() < 0)) yield* asyncio.sleep(0.001);
      for (const each of server.sockets) expect(yield* readAll(each.getsockname()[1])).toBe(0);
      serving.cancel();
      yield* asyncio.gather(serving, { return_exceptions: true });
      expect([serving.cancelled(), server.is_serving()]).toEqual([true, false]);
    });
    await asyncio.run(main());
  });

  test('raises why it cannot listen', async () => {
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const other = yield* loop.create_server(Closing, '127.0.0.1', { port: 0 });
      const parts = [Closing, null, 100, null] as const;
      const starting = new asyncio.Server(loop, [boundSocket(portOf(other))], ...parts);
      const serving = new asyncio.Server(loop, [boundSocket(portOf(other))], ...parts);
      const said = [
        yield* asyncio.await_(settled(asyncio.create_task(starting.start_serving()))),
        yield* asyncio.await_(settled(asyncio.create_task(serving.serve_forever()))),
      ];
      for (const server of [starting, serving, other]) server.close();
      return said;
    });
    const text = 'OSError: [Errno 98] Address already in use';
    expect(await asyncio.run(main())).toEqual([text, text]);
  });

  test('is closed with its sockets when the loop is closed', async () => {
    const sock = boundSocket();
    const main = asyncio.coroutine(function* () {
      const server = new asyncio.Server(asyncio.get_running_loop(), [sock], Closing, null, 100, null, null);
      yield* server.start_serving();
      expect(sock.fileno()).toBeGreaterThan(0);
    });
    await asyncio.run(main());
    expect(sock.fileno()).toBe(-1);
  });

  test('that is closed before its sockets listen takes no connection', async () => {
    const main = asyncio.coroutine(function* () {
      const sock = boundSocket();
      const server = new asyncio.Server(asyncio.get_running_loop(), [sock], Closing, null, 100, null);
      const starting = asyncio.create_task(server.start_serving());
      yield* asyncio.sleep(0);
      server.close();
      yield* starting;
      return [server.is_serving(), server.sockets.length, sock.fileno()];
    });
    expect(await asyncio.run(main())).toEqual([false, 0, -1]);
  });
});

test('a server says what it was not given', () => {
  const Wrong = asyncio.Server as unknown as new (...args: unknown[]) => asyncio.Server;
  expect(outcome(() => new Wrong(null))).toBe(
    "TypeError: Server.__init__() missing 5 required positional arguments: 'sockets', 'protocol_factory', 'ssl_context', " +
      "'backlog', and 'ssl_handshake_timeout'",
  );
  expect(outcome(() => new Wrong({ x: 1 }))).toBe(
    "TypeError: Server.__init__() got an unexpected keyword argument 'x'",
  );
});

test('a socket that a loop serves is closed with the server', async () => {
  const main = asyncio.coroutine(function* () {
    const sock = boundSocket();
    const server = yield* asyncio.get_running_loop().create_server(Closing, { sock });
    expect(yield* readAll(portOf(server))).toBe(0);
    server.close();
    yield* server.wait_closed();
    return [sock.fileno(), calling(sock, 'getsockname')];
  });
  expect(await asyncio.run(main())).toEqual([-1, 'OSError: [Errno 9] Bad file descriptor']);
});

test('the contract of servers raises: what waits at the first step', async () => {
  const server = new asyncio.AbstractServer();
  for (const call of [
    () => {
      server.close();
    },
    () => {
      server.close_clients();
    },
    () => {
      server.abort_clients();
    },
    () => server.get_loop(),
    () => server.is_serving(),
  ]) {
    expect(outcome(call)).toBe('NotImplementedError');
  }
  for (const waiting of [
    server.start_serving(),
    server.serve_forever(),
    server.wait_closed(),
    server.__aexit__(null, null, null),
  ]) {
    expect(asyncio.repr(waiting)).toMatch(/^<coroutine object AbstractServer\.\w+ at /);
    expect(await settled(asyncio.run(waiting))).toBe('NotImplementedError');
  }
  expect(await asyncio.run(server.__aenter__())).toBe(server);
});
