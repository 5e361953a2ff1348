/**
 * Much is sent through streams to a reader that is slower than the writer, both in this process: what waits in between
 * stays small. All that the process grows by counts: both ends, with what the collector hasn't freed yet.
 *
 *     node transfer.mjs MEBIBYTES [CERTIFICATES]
 *
 * With a folder of certificates it is sent by TLS.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import * as asyncio from 'asyncio-ts';

import { Report, megabytes } from './report.js';

const MEBIBYTE = 2 ** 20;
const SIZE = Number(process.argv[2] ?? 1024) * MEBIBYTE;
const CERTIFICATES = process.argv[3] ?? null;

/** What one `write` sends, and what one `read` takes at most. */
const PIECE = 256 * 1024;

/** The reader rests after so many bytes, for so many seconds. */
const STRETCH = MEBIBYTE;
const REST = 0.005;

/** How much memory may be taken while the transfer goes on. */
const BOUND = 64 * MEBIBYTE;

/** How often memory is looked at, in seconds. */
const INTERVAL = 0.002;

const KINDS = ['rss', 'external', 'arrayBuffers'] as const;

/** The most that memory grows by while something goes on. */
class Peak {
  readonly #before = process.memoryUsage();
  readonly growth: Record<(typeof KINDS)[number], number> = { rss: 0, external: 0, arrayBuffers: 0 };

  look(): void {
    const now = process.memoryUsage();
    for (const kind of KINDS) this.growth[kind] = Math.max(this.growth[kind], now[kind] - this.#before[kind]);
  }
}

/** What is sent again and again; twice, so that any part of it stands somewhere. */
const piece = randomBytes(PIECE);
const twice = Buffer.concat([piece, piece]);

/** Whether that is what was sent, from a place on. `Buffer.compare` would keep what it has seen from being freed soon. */
function stands(data: Uint8Array, place: number): boolean {
  for (let at = 0; at < data.length; at++) if (data[at] !== twice[place + at]) return false;
  return true;
}

let received = 0;
let wrong = 0;

const readSlowly = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  let stretch = 0;
  for (let data = yield* reader.read(PIECE); data.length > 0; data = yield* reader.read(PIECE)) {
    if (!stands(data, received % PIECE)) wrong += 1;
    received += data.length;
    stretch += data.length;
    if (stretch < STRETCH) continue;
    stretch -= STRETCH;
    yield* asyncio.sleep(REST);
  }
  writer.close();
});

/** Gives how often the system didn't take all at once, and the most that waited for it. */
const send = asyncio.coroutine(function* (writer: asyncio.StreamWriter) {
  let waits = 0;
  let most = 0;
  for (let sent = 0; sent < SIZE; sent += PIECE) {
    writer.write(piece);
    const waiting = writer.transport.get_write_buffer_size();
    most = Math.max(most, waiting);
    if (waiting > 0) waits += 1;
    yield* writer.drain();
  }
  return [waits, most] as const;
});

/** The options of both ends. */
function options(
  folder: string | null,
): [server: asyncio.CreateServerOptions, client: asyncio.CreateConnectionOptions] {
  if (folder === null) return [{}, {}];
  const { ssl } = asyncio;
  const context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
  context.load_cert_chain(join(folder, 'localhost.pem'), join(folder, 'localhost.key'));
  const trust = ssl.create_default_context({ cafile: join(folder, 'ca.pem') });
  return [{ ssl: context }, { ssl: trust, server_hostname: 'localhost' }];
}

const main = asyncio.coroutine(function* () {
  const report = new Report();
  const [serverOptions, clientOptions] = options(CERTIFICATES);
  const server = yield* asyncio.start_server(readSlowly, '127.0.0.1', 0, serverOptions);
  const [, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port, clientOptions);

  report.memory();
  const peak = new Peak();
  const timer = setInterval(() => {
    peak.look();
  }, INTERVAL * 1000);
  const start = performance.now();
  const [, limit] = writer.transport.get_write_buffer_limits();
  const [waits, most] = yield* send(writer);
  if (writer.can_write_eof()) writer.write_eof();
  else writer.close();
  while (received < SIZE && !reader.at_eof()) yield* asyncio.sleep(INTERVAL);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  writer.close();
  yield* writer.wait_closed();
  server.close();
  yield* server.wait_closed();

  report.expect('bytes received', received, SIZE);
  report.expect('pieces that are wrong', wrong, 0);
  report.say('time', `${seconds.toFixed(1)} s, ${megabytes(SIZE / seconds)}/s`);
  report.say('writes that the system left over', `${String(waits)} of ${String(SIZE / PIECE)}`);
  report.atMost('write buffer, at most', most, limit + PIECE, megabytes);
  for (const kind of KINDS) report.atMost(`${kind}, at most, grown by`, peak.growth[kind], BOUND, megabytes);
  return report;
});

(await asyncio.run(main())).finish();
