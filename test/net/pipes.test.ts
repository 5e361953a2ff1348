/** Pipes as Node gives them. What CPython says of pipes is in `conformance/network/pipes`. */
import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import { failOnNoise, outcome, settled } from '../support/outcomes';

failOnNoise();
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'asyncio-'));
let count = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The path of a pipe, and its two ends. */
function pipe(): [path: string, reader: number, writer: number] {
  const path = join(folder, String(++count));
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return [path, reader, openSync(path, 'w')];
}

class Collecting extends asyncio.Protocol {
  text = '';
  readonly lost: asyncio.Future<unknown> = asyncio.get_running_loop().create_future();

  override data_received(data: Uint8Array): void {
    this.text += Buffer.from(data).toString();
  }

  override connection_lost(exc: Error | null): void {
    this.lost.set_result(exc);
  }
}

test('descriptors are closed at the end', async () => {
  const [, reader, writer] = pipe();
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const [, protocol] = yield* loop.connect_read_pipe(Collecting, reader);
    const [transport, other] = yield* loop.connect_write_pipe(Collecting, writer);
    transport.write(Buffer.from('by number'));
    transport.close();
    yield* asyncio.gather(protocol.lost, other.lost);
    yield* asyncio.sleep(0.01);
    return protocol.text;
  });
  expect(await asyncio.run(main())).toBe('by number');
  for (const fd of [reader, writer]) expect(outcome(() => void closeSync(fd))).toMatch(/EBADF|Bad file descriptor/);
});

test('what has a descriptor is closed by its own method', async () => {
  const [path, reader, writer] = pipe();
  const file = await open(path, 'r');
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const [transport, protocol] = yield* loop.connect_read_pipe(Collecting, file);
    expect(transport.get_extra_info('pipe')).toBe(file);
    writeSync(writer, 'by a handle');
    while (protocol.text === '') yield* asyncio.sleep(0.005);
    closeSync(reader);
    closeSync(writer);
    yield* protocol.lost;
    while (file.fd !== -1) yield* asyncio.sleep(0.005);
    return protocol.text;
  });
  expect(await asyncio.run(main())).toBe('by a handle');
});

test('streams of Node are taken as they are', async () => {
  const server = createServer({ allowHalfOpen: true });
  const path = join(folder, 'socket');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const here = connect({ path, allowHalfOpen: true });
  const there = await accepted;
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const [reading, protocol] = yield* loop.connect_read_pipe(Collecting, here);
    expect(String(reading)).toMatch(/^<_UnixReadPipeTransport fd=\d+ polling>$/);
    there.end('by a stream');
    yield* protocol.lost;
    return protocol.text;
  });
  expect(await asyncio.run(main())).toBe('by a stream');
  expect(here.destroyed).toBe(true);
  server.close();
});

test('a loop that is closed closes its pipes', async () => {
  const [, reader, writer] = pipe();
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const [reads] = yield* loop.connect_read_pipe(Collecting, reader);
    const [writes] = yield* loop.connect_write_pipe(Collecting, writer);
    return [reads, writes] as const;
  });
  const [reads, writes] = await asyncio.run(main());
  expect([reads.is_closing(), writes.is_closing()]).toEqual([true, true]);
  expect(String(reads)).toMatch(/^<_UnixReadPipeTransport closed fd=\d+ closed>$/);
  expect(String(writes)).toMatch(/^<_UnixWritePipeTransport closed fd=\d+ closed>$/);
});

test('devices that Node can not wait for are not read', async () => {
  const device = openSync('/dev/null', 'r+');
  const main = asyncio.coroutine(function* () {
    yield* asyncio.get_running_loop().connect_read_pipe(Collecting, device);
  });
  expect(await settled(asyncio.run(main()))).toBe('NotImplementedError: Node waits for no device but terminals');
  closeSync(device);
});

test('the standard streams may be named by their numbers', async () => {
  const { childProgram } = await import('../support/child');
  const program = childProgram(`
    class Echo extends asyncio.Protocol {
      connection_made(transport) { this.transport = transport; }
      data_received(data) { this.out.write(data); }
      connection_lost() { this.out.close(); this.done.set_result(null); }
    }
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const [out, lost] = yield* loop.connect_write_pipe(Echo, 1);
      lost.out = { close() {} };
      lost.done = loop.create_future();
      const [, echo] = yield* loop.connect_read_pipe(Echo, process.stdin);
      echo.out = out;
      echo.done = loop.create_future();
      yield* echo.done;
      yield* lost.done;
    });
    asyncio.run(main());
  `);
  expect(execFileSync(process.execPath, [program], { input: 'there and back' }).toString()).toBe('there and back');
});

test('bytes that nobody has read yet come when the reading goes on', async () => {
  const [, reader, writer] = pipe();
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const [transport, protocol] = yield* loop.connect_read_pipe(Collecting, reader);
    transport.pause_reading();
    writeSync(writer, 'late');
    closeSync(writer);
    yield* asyncio.sleep(0.02);
    expect(protocol.text).toBe('');
    transport.resume_reading();
    yield* protocol.lost;
    return protocol.text;
  });
  expect(await asyncio.run(main())).toBe('late');
  expect(() => readSync(reader, Buffer.alloc(1))).toThrow('EBADF');
});
