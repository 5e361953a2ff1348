/** What has come and its protocol hasn't got yet is bounded, however busy the loop is. */
import * as asyncio from 'asyncio-ts';
import { Inbox } from '#asyncio/net/common/inbox';
import type { ByteStream } from '#asyncio/host/network';
import { failOnNoise } from '../support/outcomes';

failOnNoise();

const KIBIBYTE = 1024;
const piece = (kibibytes: number): Uint8Array => new Uint8Array(kibibytes * KIBIBYTE);

/** An inbox, and what it tells its stream. */
function make(): [inbox: Inbox, told: string[]] {
  const told: string[] = [];
  const stream = { resume: () => told.push('resume'), pause: () => told.push('pause') };
  return [new Inbox(stream as unknown as ByteStream), told];
}

test('the stream rests when there is much, and goes on when little is left', () => {
  const [inbox, told] = make();
  inbox.open();
  inbox.push(piece(200));
  expect(told).toEqual(['resume']);
  inbox.push(piece(56));
  // What was read already still comes.
  inbox.push(piece(64));
  expect(told).toEqual(['resume', 'pause']);
  expect([inbox.shift()?.length, inbox.shift()?.length]).toEqual([200 * KIBIBYTE, 56 * KIBIBYTE]);
  expect(told).toEqual(['resume', 'pause', 'resume']);
  expect([inbox.shift()?.length, inbox.shift(), inbox.isEmpty]).toEqual([64 * KIBIBYTE, undefined, true]);
});

test('a stream that rests because there is much is not woken by who wants to read, nor by room where nobody does', () => {
  const [inbox, told] = make();
  inbox.open();
  inbox.push(piece(256));
  inbox.shut();
  inbox.open();
  expect(told).toEqual(['resume', 'pause', 'pause']);
  inbox.shut();
  inbox.shift();
  expect(told).toEqual(['resume', 'pause', 'pause', 'pause']);
  inbox.open();
  expect(told.at(-1)).toBe('resume');
});

test('what is discarded counts no more', () => {
  const [inbox, told] = make();
  inbox.push(piece(256));
  inbox.discard();
  expect([inbox.isEmpty, told]).toEqual([true, ['pause', 'pause']]);
  inbox.open();
  expect(told.at(-1)).toBe('resume');
});

test('another stream gets what is there', () => {
  const [inbox] = make();
  const other: string[] = [];
  inbox.push(piece(1));
  inbox.push(piece(2));
  inbox.replaceStream((_, unread) => {
    other.push(...unread.map(({ length }) => String(length)));
    return { resume: () => other.push('resume') } as unknown as ByteStream;
  });
  inbox.open();
  expect([other, inbox.isEmpty]).toEqual([['1024', '2048', 'resume'], true]);
});

/** Sends to a protocol that takes its time for each piece and asks for no pause. How much is on the way, at most? */
const onTheWay = asyncio.coroutine(function* (size: number) {
  let received = 0;
  class Busy extends asyncio.Protocol {
    override data_received(data: Uint8Array): void {
      received += data.length;
      // As long as the time that the loop gives itself in one turn of its host.
      const start = performance.now();
      while (performance.now() < start + 1);
    }
  }
  const server = yield* asyncio.get_running_loop().create_server(Busy, '127.0.0.1', 0);
  const [, writer] = yield* asyncio.open_connection(...server.sockets[0]!.getsockname());
  let most = 0;
  for (let sent = 0; sent < size; most = Math.max(most, sent - received)) {
    writer.write(piece(64));
    sent += 64 * KIBIBYTE;
    yield* writer.drain();
  }
  while (received < size) yield* asyncio.sleep(0.001);
  writer.close();
  server.close();
  yield* server.wait_closed();
  return most;
});

test('a peer that is faster than the protocol has to wait for it', async () => {
  const [size, buffersOfTheSystem] = [96 * KIBIBYTE * KIBIBYTE, 48 * KIBIBYTE * KIBIBYTE];
  expect(await asyncio.run(onTheWay(size))).toBeLessThan(buffersOfTheSystem);
});
