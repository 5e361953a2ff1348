/**
 * Many connections at once on one server, in one process: they are opened, held, each is served several times, and all
 * are closed. The clients are in a process of their own, so that what is measured here is the server's.
 *
 *     node connections.mjs COUNT
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import * as asyncio from 'asyncio-ts';

import { Report, descriptors, limitOfDescriptors, megabytes } from './report.js';

const COUNT = Number(process.argv[2] ?? 10_000);

/** How many clients connect, or ask, at the same time. */
const AT_ONCE = 500;

/** How often each connection is served. */
const ROUNDS = 3;

/** How many descriptors a process needs besides its connections. */
const SPARE = 100;

/** What may be left on the heap: code that was translated, queues that have grown. */
const LEFT = 4 * 2 ** 20;

/** How often is looked whether more than that is left. */
const TURNS = 50;

let served = 0;
let open = 0;

const serve = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  open += 1;
  for (let line = yield* reader.readline(); line.length > 0; line = yield* reader.readline()) {
    writer.write(line);
    yield* writer.drain();
    served += 1;
  }
  writer.close();
  yield* writer.wait_closed();
  open -= 1;
});

/** Tells the clients to do something, waits until they have done it, and gives the seconds that it took. */
const tell = asyncio.coroutine(function* (clients: ChildProcess, command: string) {
  const done = new Promise((resolve, reject) => {
    clients.once('message', resolve);
    clients.once('exit', (status) => {
      reject(new Error(`the clients have ended with ${String(status)}`));
    });
  });
  const start = performance.now();
  clients.send(command);
  yield* asyncio.await_(done);
  clients.removeAllListeners('message').removeAllListeners('exit');
  return (performance.now() - start) / 1000;
});

const main = asyncio.coroutine(function* () {
  const report = new Report();
  const server = yield* asyncio.start_server(serve, '127.0.0.1', 0, { backlog: 1024 });
  const [, port] = server.sockets[0]!.getsockname();
  const program = fileURLToPath(new URL('clients.mjs', import.meta.url));
  const clients = fork(program, [String(port), String(COUNT), String(AT_ONCE)]);
  const before = report.memory();
  const descriptorsBefore = descriptors();

  const connecting = yield* tell(clients, 'connect');
  while (open < COUNT) yield* asyncio.sleep(0.01);
  const held = report.memory();
  report.expect('connections held', open, COUNT);
  report.expect('descriptors for them', descriptors() - descriptorsBefore, COUNT);
  report.say('connecting', `${connecting.toFixed(2)} s`);

  const asking: number[] = [];
  for (let round = 0; round < ROUNDS; round++) asking.push(yield* tell(clients, 'ask'));
  report.expect('lines served', served, COUNT * ROUNDS);
  report.say('serving each once', asking.map((seconds) => `${seconds.toFixed(2)} s`).join(', '));
  const after = report.memory();

  const kilobytes = (bytes: number): string => `${(bytes / COUNT / 1000).toFixed(1)} kB`;
  report.say(
    'memory per connection, held',
    `${kilobytes(held.rss - before.rss)} (heap ${kilobytes(held.heap - before.heap)})`,
  );
  report.say(
    '… after it was served',
    `${kilobytes(after.rss - before.rss)} (heap ${kilobytes(after.heap - before.heap)})`,
  );

  yield* tell(clients, 'close');
  while (open > 0) yield* asyncio.sleep(0.01);
  // The host closes descriptors in turns of its own.
  const left = (): number => report.memory().heap - before.heap;
  for (let turn = 0; turn < TURNS && (left() > LEFT || descriptors() > descriptorsBefore); turn++) {
    yield* asyncio.sleep(0.1);
  }
  report.expect('descriptors left', descriptors() - descriptorsBefore, 0);
  report.atMost('heap left', left(), LEFT, megabytes);
  clients.send('end');
  server.close();
  yield* server.wait_closed();
  return report;
});

const limit = limitOfDescriptors();
if (limit < COUNT + SPARE) {
  console.error(
    `${String(COUNT)} connections need ${String(COUNT + SPARE)} descriptors per process, and the system allows ${String(limit)}: ` +
      'raise the limit (ulimit -Hn), or ask for fewer connections',
  );
  process.exit(1);
}
(await asyncio.run(main())).finish();
