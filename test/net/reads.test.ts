/** Reads of a `StreamReader` stepped by hand; what is expected here was printed by CPython 3.13. */
import * as asyncio from 'asyncio-ts';
import { outcome } from '../support/outcomes';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let loop: asyncio.AbstractEventLoop;
beforeAll(() => {
  loop = asyncio.new_event_loop();
});
afterAll(() => {
  loop.close();
});

const newReader = (): asyncio.StreamReader => new asyncio.StreamReader({ loop });
const isWaitedFor = (reader: asyncio.StreamReader): boolean => asyncio.repr(reader).includes('waiter');

/** What a step gives; bytes as a list. */
function step(coroutine: asyncio.Coroutine<Uint8Array>): string {
  return outcome(() => {
    try {
      return coroutine.send(null);
    } catch (error) {
      if (!(error instanceof asyncio.StopIteration)) throw error;
      return [...(error.value as Uint8Array)].map((byte) => String.fromCharCode(byte)).join('');
    }
  }).replace(/ \w+>$/, '>');
}

test('a read waits for a future, and takes what has come then', () => {
  const reader = newReader();
  const read = reader.readexactly(3);
  expect(step(read)).toBe('<Future>');
  expect([isWaitedFor(reader), read.cr_suspended]).toEqual([true, true]);
  reader.feed_data(bytes('abcd'));
  expect(step(read)).toBe("'abc'");
  expect(step(read)).toBe('RuntimeError: cannot reuse already awaited coroutine');
  expect(isWaitedFor(reader)).toBe(false);
});

test('a read of an exact number waits as often as it must', () => {
  const reader = newReader();
  const read = reader.readexactly(2);
  step(read);
  reader.feed_data(bytes('a'));
  expect(step(read)).toBe('<Future>');
  reader.feed_data(bytes('b'));
  expect(step(read)).toBe("'ab'");
});

test('a read that is resumed before anything has come complains', () => {
  const read = newReader().read(3);
  step(read);
  expect(step(read)).toBe("RuntimeError: await wasn't used with future");
});

test('a read that is closed, or that an error ends, leaves the reader to the next', () => {
  for (const end of ['close', 'throw'] as const) {
    const reader = newReader();
    const read = reader.read(3);
    step(read);
    expect(outcome(() => (end === 'close' ? read.close() : read.throw(new asyncio.KeyError('x'))))).toBe(
      end === 'close' ? 'None' : "KeyError: 'x'",
    );
    expect(isWaitedFor(reader)).toBe(false);
    expect(step(read)).toBe('RuntimeError: cannot reuse already awaited coroutine');
    const next = reader.read(2);
    reader.feed_data(bytes('xyz'));
    expect(step(next)).toBe("'xy'");
  }
});

test('a read that was closed before its beginning takes nothing', () => {
  const read = newReader().read(3);
  read.close();
  expect(step(read)).toBe('RuntimeError: cannot reuse already awaited coroutine');
});

test('a read that is woken takes nothing if another was quicker', () => {
  const reader = newReader();
  const slow = reader.read(3);
  step(slow);
  reader.feed_data(bytes('a'));
  expect(step(reader.read(3))).toBe("'a'");
  expect(step(slow)).toBe("''");
});

test('a read of more than comes, or of a broken stream, fails', () => {
  const reader = newReader();
  const read = reader.readexactly(3);
  step(read);
  reader.feed_data(bytes('a'));
  reader.feed_eof();
  expect(step(read)).toBe('IncompleteReadError: 1 bytes read on a total of 3 expected bytes');
  const broken = newReader();
  broken.set_exception(new asyncio.ValueError('broken'));
  expect([step(broken.read(1)), step(broken.readexactly(1)), step(broken.readexactly(-1))]).toEqual([
    'ValueError: broken',
    'ValueError: broken',
    'ValueError: readexactly size can not be less than zero',
  ]);
});
