/** `ByteQueue`: bytes that come in pieces and are taken in others. */
import * as fc from 'fast-check';
import { ByteQueue } from '#asyncio/net/common/byte_queue';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (from: string): Uint8Array => Buffer.from(from, 'latin1');
/** Few letters, so that sequences repeat. */
const chunk = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

function filled(chunks: readonly string[]): ByteQueue {
  const queue = new ByteQueue();
  for (const each of chunks) queue.push(bytes(each));
  return queue;
}

test('what is taken is what was pushed, whatever the pieces', () => {
  fc.assert(
    fc.property(fc.array(chunk), fc.array(fc.nat({ max: 12 })), (chunks, sizes) => {
      const queue = filled(chunks);
      let rest = chunks.join('');
      for (const size of sizes) {
        expect(queue).toHaveLength(rest.length);
        expect(text(queue.take(size))).toBe(rest.slice(0, size));
        rest = rest.slice(size);
      }
      expect(text(queue.take(queue.length))).toBe(rest);
      expect(queue).toHaveLength(0);
    }),
  );
});

test('finds a sequence as a search in the whole text does, also after bytes were taken', () => {
  const wanted = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(chunk), wanted, fc.nat({ max: 30 }), fc.nat({ max: 10 }), (chunks, sequence, from, taken) => {
      const queue = filled(chunks);
      queue.take(taken);
      const all = chunks.join('').slice(taken);
      expect(queue.find(bytes(sequence), from)).toBe(from > all.length ? -1 : all.indexOf(sequence, from));
      expect(queue.startsWith(bytes(sequence), from)).toBe(all.startsWith(sequence, from) && from <= all.length);
    }),
  );
});

test('a small part of a piece does not keep the whole piece', () => {
  const queue = new ByteQueue();
  queue.push(new Uint8Array(65536));
  expect(queue.take(10).buffer.byteLength).toBeLessThan(1000);
  expect(queue.take(50_000).buffer.byteLength).toBe(65536);
});

test('many small pieces are let go as they are taken', () => {
  const queue = new ByteQueue();
  for (let index = 0; index < 1000; index++) queue.push(Uint8Array.of(index & 255));
  for (let index = 0; index < 1000; index++) expect(queue.take(1)[0]).toBe(index & 255);
  queue.push(bytes('again'));
  expect(text(queue.take(5))).toBe('again');
  queue.push(bytes('x'));
  queue.clear();
  expect([queue.length, queue.find(bytes('x'), 0)]).toEqual([0, -1]);
});
