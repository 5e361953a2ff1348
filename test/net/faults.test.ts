/** What goes wrong between two ends: nothing hangs, nothing is left, and the error is Python's. */
import { readdirSync } from 'node:fs';
import net from 'node:net';
import * as asyncio from 'asyncio-ts';
import { failOnNoise } from '../support/outcomes';

failOnNoise();

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const placeOf = (server: asyncio.Server): [string, number] => server.sockets[0]!.getsockname();

/** The sockets of this process, where the system tells. */
function openSockets(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

/** Runs a program and looks whether it leaves a descriptor behind. */
async function leavesNothing<T>(main: () => asyncio.Coroutine<T>): Promise<T> {
  // What is made once stays: name servers, the first thread.
  await new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => server.close(resolve));
  });
  const before = openSockets();
  const result = await asyncio.run(main());
  for (let turn = 0; turn < 20 && openSockets() > before; turn++) await new Promise(setImmediate);
  expect(openSockets()).toBeLessThanOrEqual(before);
  return result;
}

/** An echo, line by line. */
const echo = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  try {
    yield* asyncio.async_for(reader, function* (line) {
      writer.write(line);
      yield* writer.drain();
    });
  } finally {
    writer.close();
  }
});

/** A conversation with many awaits. */
const conversation = asyncio.coroutine(function* (place: [string, number]) {
  const [reader, writer] = yield* asyncio.open_connection(...place);
  try {
    for (const line of ['one\n', 'two\n']) {
      writer.write(bytes(line));
      yield* writer.drain();
      yield* reader.readline();
    }
    writer.write(bytes('12345'));
    writer.write_eof();
    yield* reader.readexactly(5);
    yield* reader.read();
  } finally {
    writer.close();
    yield* writer.wait_closed();
  }
  return 'done';
});

/** Awaits a coroutine, and cancels the task when it waits for the given time. */
class CancelledAtWait {
  /** How often it has waited. */
  count = 0;

  constructor(
    readonly coroutine: asyncio.Coroutine<unknown>,
    readonly wait: number,
  ) {}

  __await__(): Iterator<never, unknown, unknown> {
    const inner = this.coroutine.__await__() as Iterator<never, unknown, unknown>;
    const counted = (result: IteratorResult<never, unknown>): IteratorResult<never, unknown> => {
      if (result.done !== true && this.count++ === this.wait) asyncio.current_task()!.cancel();
      return result;
    };
    return {
      next: (value?: unknown) => counted(inner.next(value)),
      throw: (error) => counted(inner.throw!(error)),
    };
  }
}

test('a conversation may be cancelled at each of its awaits', async () => {
  const waits = await leavesNothing(
    asyncio.coroutine(function* () {
      const server = yield* asyncio.start_server(echo, '127.0.0.1', 0);
      const outcomes: string[] = [];
      for (let wait = 0; outcomes[wait - 1] !== "'done'"; wait++) {
        const subject = new CancelledAtWait(conversation(placeOf(server)), wait);
        const task = asyncio.create_task(asyncio.coroutine(() => asyncio.await_(subject as never))());
        yield* asyncio.wait([task]);
        outcomes.push(task.cancelled() ? 'cancelled' : asyncio.repr(task.result()));
      }
      server.close();
      server.close_clients();
      yield* server.wait_closed();
      return outcomes;
    }),
  );
  expect(waits.length).toBeGreaterThan(5);
  expect(new Set(waits.slice(0, -1))).toEqual(new Set(['cancelled']));
});

test('a connection that nobody answers can be given up', async () => {
  await leavesNothing(
    asyncio.coroutine(function* () {
      // An address that goes nowhere; where the system refuses it at once there is nothing to give up.
      const connecting = asyncio.open_connection('192.0.2.1', 9);
      try {
        yield* asyncio.wait_for(connecting, 0.05);
      } catch (error) {
        expect(error).toBeInstanceOf(asyncio.OSError);
      }
    }),
  );
});

test('a task group ends its connections when one of its tasks fails', async () => {
  await leavesNothing(
    asyncio.coroutine(function* () {
      const server = yield* asyncio.start_server(echo, '127.0.0.1', 0);
      const group = asyncio.async_with(new asyncio.TaskGroup(), function* (tasks) {
        for (let count = 0; count < 5; count++) {
          tasks.create_task(
            asyncio.coroutine(function* () {
              const [reader, writer] = yield* asyncio.open_connection(...placeOf(server));
              try {
                yield* reader.read();
              } finally {
                writer.close();
              }
            })(),
          );
        }
        yield* asyncio.sleep(0.02);
        throw new asyncio.ValueError('enough');
      });
      let failure: unknown = null;
      try {
        yield* group;
      } catch (error) {
        failure = error;
      }
      expect(asyncio.repr(failure)).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('enough')])");
      server.close();
      yield* server.wait_closed();
    }),
  );
});

test('who writes to a slow reader waits, and holds no more than the limits allow', async () => {
  const SIZE = 64 * 1024 * 1024;
  const most = await leavesNothing(
    asyncio.coroutine(function* () {
      let received = 0;
      const server = yield* asyncio.start_server(
        asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
          for (;;) {
            const chunk = yield* reader.read(65536);
            if (chunk.length === 0) break;
            received += chunk.length;
            yield* asyncio.sleep(0);
          }
          writer.close();
        }),
        '127.0.0.1',
        0,
      );
      const [reader, writer] = yield* asyncio.open_connection(...placeOf(server));
      const chunk = new Uint8Array(256 * 1024);
      let waiting = 0;
      for (let sent = 0; sent < SIZE; sent += chunk.length) {
        writer.write(chunk);
        waiting = Math.max(waiting, writer.transport.get_write_buffer_size());
        yield* writer.drain();
      }
      writer.write_eof();
      yield* reader.read();
      writer.close();
      expect(received).toBe(SIZE);
      server.close();
      yield* server.wait_closed();
      return waiting;
    }),
  );
  expect(most).toBeLessThanOrEqual(65536 + 256 * 1024);
});

test('a reader that nobody reads from stops the peer, and goes on later', async () => {
  await leavesNothing(
    asyncio.coroutine(function* () {
      const server = yield* asyncio.start_server(echo, '127.0.0.1', 0, { limit: 1024 });
      const [reader, writer] = yield* asyncio.open_connection(...placeOf(server), { limit: 1024 });
      const lines = `${'x'.repeat(99)}\n`.repeat(50_000);
      writer.write(bytes(lines));
      while (!String(reader).includes('paused')) yield* asyncio.sleep(0.001);
      writer.write_eof();
      const all = yield* reader.read();
      expect(all).toHaveLength(lines.length);
      writer.close();
      server.close();
      yield* server.wait_closed();
    }),
  );
});

test('the loop that is closed lets go of what is open', async () => {
  const before = openSockets();
  const loop = asyncio.new_event_loop();
  const transports = await loop.run_until_complete(
    asyncio.coroutine(function* () {
      const server = yield* loop.create_server(asyncio.Protocol, '127.0.0.1', 0);
      const [transport] = yield* loop.create_connection(asyncio.Protocol, ...placeOf(server));
      yield* asyncio.sleep(0.01);
      return [transport];
    })(),
  );
  loop.close();
  for (let turn = 0; turn < 20 && openSockets() > before; turn++) await new Promise(setImmediate);
  expect(openSockets()).toBeLessThanOrEqual(before);
  expect(transports[0]!.is_closing()).toBe(true);
});

test('connections that come before the server starts wait for it', async () => {
  await leavesNothing(
    asyncio.coroutine(function* () {
      const server = yield* asyncio.start_server(echo, '127.0.0.1', 0, { start_serving: false });
      const [reader, writer] = yield* asyncio.open_connection(...placeOf(server));
      writer.write(bytes('early\n'));
      yield* asyncio.sleep(0.01);
      yield* server.start_serving();
      expect(Buffer.from(yield* reader.readline()).toString()).toBe('early\n');
      writer.close();
      server.close();
      yield* server.wait_closed();
    }),
  );
});

test('a plain async function is refused as the callback of a server', async () => {
  const main = asyncio.coroutine(function* () {
    const serve = asyncio.start_server(async () => Promise.resolve(), '127.0.0.1', 0);
    yield* serve;
  });
  await expect(asyncio.run(main())).rejects.toThrow(
    /client_connected_cb is a plain async function.*asyncio\.coroutine/,
  );
});

test('happy eyeballs goes on to the next address when one is slow or fails', async () => {
  await leavesNothing(
    asyncio.coroutine(function* () {
      const server = yield* asyncio.start_server(echo, '127.0.0.1', 0);
      const [, port] = placeOf(server);
      const loop = asyncio.get_running_loop();
      const [transport] = yield* loop.create_connection(asyncio.Protocol, 'localhost', port, {
        happy_eyeballs_delay: 0.25,
      });
      expect((transport.get_extra_info('peername') as unknown[])[0]).toBe('127.0.0.1');
      transport.close();
      server.close();
      yield* server.wait_closed();
    }),
  );
});
