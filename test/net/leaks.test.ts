/** Thousands of connections that come and go, however they end, leave neither memory nor descriptors. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { childProgram } from '../support/child';

jest.setTimeout(120_000);

/** How many connections each program makes, after as many for warmth. */
const COUNT = 2000;

/** What may be left after them: less than a kilobyte for each. */
const BOUND = 1_500_000;

const certificates = join(__dirname, '../support/certificates');

const PRELUDE = `
  const fs = require('node:fs');
  const bytes = (text) => Buffer.from(text);
  const echo = asyncio.coroutine(function* (reader, writer) {
    try {
      for (let line = yield* reader.readline(); line.length > 0; line = yield* reader.readline()) writer.write(line);
    } catch {}
    writer.close();
  });
  // Clients that don't wait for the server are faster than it takes them.
  const PLAIN = { backlog: 2000 };
  const { ssl } = asyncio;
  const settings = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
  settings.load_cert_chain('${certificates}/localhost.pem', '${certificates}/localhost.key');
  const trust = ssl.create_default_context({ cafile: '${certificates}/ca.pem' });
  const client = { ssl: trust, server_hostname: 'localhost' };
  const settle = asyncio.coroutine(function* (awaitable) {
    yield* asyncio.gather(awaitable, { return_exceptions: true });
  });
  const cancelled = asyncio.coroutine(function* (coroutine, turns) {
    const task = asyncio.create_task(coroutine);
    for (let turn = 0; turn < turns; turn++) yield* asyncio.sleep(0);
    if (turns > 9) yield* asyncio.sleep(0.001);
    task.cancel();
    yield* settle(task);
  });
  const descriptors = () => (fs.existsSync('/proc/self/fd') ? fs.readdirSync('/proc/self/fd').length : 0);
  const heap = () => (gc(), process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers);`;

const conversation = (options: string): string => `
  const conversation = asyncio.coroutine(function* (place) {
    const [reader, writer] = yield* asyncio.open_connection(...place, ${options});
    try {
      writer.write(bytes('hello\\n'));
      yield* writer.drain();
      yield* reader.readline();
    } finally {
      writer.close();
    }
    yield* writer.wait_closed();
  });`;

/** A program that does the same \`count\` times, twice, and prints what the second time has left. */
const program = (once: string, serverOptions = 'PLAIN', clientOptions = '{}', count = COUNT): string => `${PRELUDE}
  ${conversation(clientOptions)}
  const once = asyncio.coroutine(function* (place, index) {${once}});
  const main = asyncio.coroutine(function* () {
    const server = yield* asyncio.start_server(echo, '127.0.0.1', 0, ${serverOptions});
    const place = server.sockets[0].getsockname();
    let [memory, files] = [0, 0];
    const settled = () => heap() - memory <= ${String(BOUND)} && descriptors() <= files;
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < ${String(count)}; index += 20) {
        yield* asyncio.gather(...Array.from({ length: 20 }, (_, more) => once(place, index + more)));
      }
      if (round === 0) {
        yield* asyncio.sleep(0.3);
        [memory, files] = [heap(), descriptors()];
      }
    }
    for (let turn = 0; turn < 50 && !settled(); turn++) yield* asyncio.sleep(0.1);
    console.log(JSON.stringify([heap() - memory, descriptors() - files]));
    process.exit();
  });
  asyncio.run(main());`;

const TLS = ['{ ...PLAIN, ssl: settings }', 'client'] as const;

test.each([
  ['that talk and end', program('yield* conversation(place);')],
  [
    'that are reset',
    program(`
    const [, writer] = yield* asyncio.open_connection(...place);
    writer.write(bytes('hello\\n'));
    writer.transport.abort();
    yield* settle(writer.wait_closed());`),
  ],
  ['that are cancelled while they are made, or later', program('yield* cancelled(conversation(place), index % 12);')],
  ['that are refused', program("yield* settle(asyncio.open_connection('127.0.0.1', 1));")],
  [
    'that wait until a time limit',
    program(`
    const [reader, writer] = yield* asyncio.open_connection(...place);
    yield* settle(asyncio.wait_for(reader.readline(), 0.001));
    writer.close();
    yield* writer.wait_closed();`),
  ],
  ['by TLS that talk and end', program('yield* conversation(place);', ...TLS, 400)],
  [
    'by TLS that are cancelled in their handshake',
    program('yield* cancelled(conversation(place), index % 12);', ...TLS, 400),
  ],
  [
    'whose start_tls is cancelled',
    program(
      `
    const [, writer] = yield* asyncio.open_connection(...place);
    yield* cancelled(writer.start_tls(trust, { server_hostname: 'localhost' }), index % 12);
    writer.close();`,
      'PLAIN',
      '{}',
      400,
    ),
  ],
])('connections %s leave nothing', (_, source) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', childProgram(source)], {
    encoding: 'utf8',
    timeout: 100_000,
  });
  expect(stderr).toBe('');
  const [memory, descriptors] = JSON.parse(stdout) as [number, number];
  expect(memory).toBeLessThan(BOUND);
  expect(descriptors).toBeLessThanOrEqual(0);
});
