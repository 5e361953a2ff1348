/** Peers that are stopped, killed, slow, or break off in the middle. What is expected is what CPython 3.13 has answered. */
import { readdirSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { failOnNoise } from '../support/outcomes';

failOnNoise();
jest.setTimeout(60_000);

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const MEBIBYTE = new Uint8Array(2 ** 20);

/** A program that accepts connections, says hello, and then does what its argument says: nothing, or read. */
const PEER = `
  const net = require('node:net');
  const server = net.createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.write('hello\\n');
    if (process.argv[1] === 'reads') socket.resume();
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

interface Peer {
  readonly child: asyncio.subprocess.Process;
  readonly reader: asyncio.StreamReader;
  readonly writer: asyncio.StreamWriter;
}

/** What an await gives or raises. */
const answer = asyncio.coroutine(function* (awaitable: asyncio.Awaitable<unknown>) {
  return asyncio.repr((yield* asyncio.gather(awaitable, { return_exceptions: true }))[0]);
});

/** Runs a test with a peer in a process of its own, and looks whether it leaves a descriptor behind. */
async function withPeer(does: 'reads' | 'sleeps', act: (peer: Peer) => asyncio.Gen<unknown>): Promise<unknown> {
  const descriptors = (): number => readdirSync('/proc/self/fd').length;
  const main = asyncio.coroutine(function* () {
    const { PIPE } = asyncio.subprocess;
    const child = yield* asyncio.create_subprocess_exec(process.execPath, '-e', PEER, does, { stdout: PIPE });
    const port = Number(Buffer.from(yield* child.stdout!.readline()).toString());
    const before = descriptors();
    const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port);
    expect(asyncio.repr(yield* reader.readline())).toBe("b'hello\\n'");
    const result = yield* act({ child, reader, writer });
    writer.close();
    yield* answer(writer.wait_closed());
    for (let turn = 0; turn < 100 && descriptors() > before; turn++) yield* asyncio.sleep(0.01);
    expect(descriptors()).toBeLessThanOrEqual(before);
    if (child.returncode === null) child.kill();
    yield* child.communicate();
    return result;
  });
  return asyncio.run(main());
}

/** Writes until something ends it. */
const writeOn = asyncio.coroutine(function* (writer: asyncio.StreamWriter) {
  for (;;) {
    writer.write(MEBIBYTE);
    yield* writer.drain();
  }
});

const RESET = "ConnectionResetError(104, 'Connection reset by peer')";
const BROKEN = "BrokenPipeError(32, 'Broken pipe')";

test('a peer that is killed has ended, and who goes on writing hears of it', async () => {
  const answers = await withPeer('reads', function* ({ child, reader, writer }) {
    child.kill();
    yield* child.wait();
    const seen = [yield* answer(reader.read())];
    writer.write(bytes('x'));
    seen.push(yield* answer(writer.drain()));
    while (!writer.is_closing()) {
      writer.write(bytes('y'));
      yield* asyncio.sleep(0.01);
    }
    seen.push(yield* answer(writer.drain()));
    writer.close();
    seen.push(yield* answer(writer.wait_closed()));
    return seen;
  });
  expect(answers).toEqual(["b''", 'None', BROKEN, BROKEN]);
});

test('a peer that is killed before it has read everything resets the connection', async () => {
  const answers = await withPeer('sleeps', function* ({ child, reader, writer }) {
    writer.write(bytes('nobody reads this'));
    yield* writer.drain();
    yield* asyncio.sleep(0.02);
    child.kill();
    yield* child.wait();
    const seen = [yield* answer(reader.read()), yield* answer(writer.drain())];
    writer.close();
    return [...seen, yield* answer(writer.wait_closed())];
  });
  expect(answers).toEqual([RESET, RESET, RESET]);
});

test('a peer that is killed while it is written to resets the connection', async () => {
  const answers = await withPeer('sleeps', function* ({ child, reader, writer }) {
    const writing = asyncio.create_task(writeOn(writer));
    while (writer.transport.get_write_buffer_size() === 0) yield* asyncio.sleep(0.01);
    child.kill();
    yield* child.wait();
    return [yield* answer(writing), yield* answer(reader.read()), yield* answer(writer.wait_closed())];
  });
  expect(answers).toEqual([RESET, RESET, RESET]);
});

test('time limits end what waits for a peer that is stopped; close() waits, abort() doesn’t', async () => {
  const answers = await withPeer('reads', function* ({ child, reader, writer }) {
    process.kill(child.pid, 'SIGSTOP');
    const limited = asyncio.coroutine(function* (awaitable: asyncio.Coroutine<unknown>) {
      yield* asyncio.async_with(asyncio.timeout(0.1), function* () {
        yield* awaitable;
      });
    });
    const seen = [yield* answer(limited(reader.read(1))), yield* answer(limited(writeOn(writer)))];
    seen.push(String(writer.transport.get_write_buffer_size() > 0));
    writer.close();
    seen.push(yield* answer(limited(writer.wait_closed())));
    writer.transport.abort();
    // The future that the time limit has cancelled is that of all who wait.
    seen.push(yield* answer(writer.wait_closed()));
    return seen;
  });
  expect(answers).toEqual(['TimeoutError()', 'TimeoutError()', 'true', 'TimeoutError()', "CancelledError('')"]);
});

test('a peer that was stopped goes on where it was', async () => {
  const result = await withPeer('reads', function* ({ child, writer }) {
    process.kill(child.pid, 'SIGSTOP');
    const writing = asyncio.create_task(writeOn(writer));
    while (writer.transport.get_write_buffer_size() === 0) yield* asyncio.sleep(0.01);
    writing.cancel();
    yield* answer(writing);
    process.kill(child.pid, 'SIGCONT');
    yield* writer.drain();
    while (writer.transport.get_write_buffer_size() > 0) yield* asyncio.sleep(0.01);
    return writer.is_closing();
  });
  expect(result).toBe(false);
});

test('what is written is whole, although the system takes it in parts; a peer that breaks off in between resets', async () => {
  const main = asyncio.coroutine(function* (breaksOff: boolean) {
    let received = 0;
    const serve = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      for (let data = yield* reader.read(1000); data.length > 0; data = yield* reader.read(100_000)) {
        received += data.length;
        if (breaksOff) break;
      }
      if (breaksOff) writer.transport.abort();
      writer.close();
    });
    const server = yield* asyncio.start_server(serve, '127.0.0.1', 0);
    const [reader, writer] = yield* asyncio.open_connection(...server.sockets[0]!.getsockname());
    writer.write(new Uint8Array(40 * 2 ** 20));
    const seen = [yield* answer(writer.drain())];
    if (!breaksOff) writer.write_eof();
    seen.push(yield* answer(reader.read()));
    writer.close();
    yield* answer(writer.wait_closed());
    server.close();
    yield* server.wait_closed();
    return [seen, received === 40 * 2 ** 20];
  });
  expect(await asyncio.run(main(false))).toEqual([['None', "b''"], true]);
  expect(await asyncio.run(main(true))).toEqual([[RESET, RESET], false]);
});

test('a peer that sends byte by byte is read line by line', async () => {
  const main = asyncio.coroutine(function* () {
    const serve = asyncio.coroutine(function* (_: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      for (const byte of bytes('one\ntwo\nthr')) {
        writer.write(new Uint8Array([byte]));
        yield* writer.drain();
        yield* asyncio.sleep(0.001);
      }
      writer.close();
    });
    const server = yield* asyncio.start_server(serve, '127.0.0.1', 0);
    const [reader, writer] = yield* asyncio.open_connection(...server.sockets[0]!.getsockname());
    const seen = [yield* answer(reader.readline()), yield* answer(reader.readexactly(4))];
    seen.push(yield* answer(reader.readuntil()));
    writer.close();
    server.close();
    yield* server.wait_closed();
    return seen;
  });
  const tooEarly = "IncompleteReadError('3 bytes read on a total of undefined expected bytes')";
  expect(await asyncio.run(main())).toEqual(["b'one\\n'", "b'two\\n'", tooEarly]);
});
