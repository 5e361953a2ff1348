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

test('a read that has failed is closed, may not be awaited again, and has taken nothing', () => {
  const reader = newReader();
  reader.set_exception(new asyncio.ValueError('broken'));
  reader.feed_data(bytes('abc'));
  for (const read of [reader.read(1), reader.readexactly(1), reader.readexactly(-1)]) {
    step(read);
    expect(asyncio.inspect.getcoroutinestate(read)).toBe('CORO_CLOSED');
    expect(step(read)).toBe('RuntimeError: cannot reuse already awaited coroutine');
    expect(asyncio.repr(reader)).toBe("<StreamReader 3 bytes exception=ValueError('broken')>");
  }
});

test('a read that waits and is thrown an error has taken nothing of what comes', () => {
  const reader = newReader();
  const read = reader.read(3);
  step(read);
  outcome(() => read.throw(new asyncio.KeyError('x')));
  reader.feed_data(bytes('abc'));
  expect(asyncio.inspect.getcoroutinestate(read)).toBe('CORO_CLOSED');
  expect(asyncio.repr(reader)).toBe('<StreamReader 3 bytes>');
});

test('a drain that has failed is closed, and may not be awaited again', () => {
  class Open extends asyncio.Transport {
    override is_closing(): boolean {
      return false;
    }
  }
  const broken = newReader();
  broken.set_exception(new asyncio.ValueError('broken'));
  const protocol = new asyncio.StreamReaderProtocol(newReader(), { loop });
  const ofBroken = new asyncio.StreamWriter(new Open(), protocol, broken, loop);
  const lost = new asyncio.StreamReaderProtocol(newReader(), { loop });
  lost.connection_lost(null);
  const ofLost = new asyncio.StreamWriter(new Open(), lost, null, loop);
  const failures = [ofBroken, ofLost].map((writer) => {
    const drain = writer.drain();
    const texts = [outcome(() => drain.send(null)), asyncio.inspect.getcoroutinestate(drain)];
    return [...texts, outcome(() => drain.send(null))];
  });
  const end = ['CORO_CLOSED', 'RuntimeError: cannot reuse already awaited coroutine'];
  expect(failures).toEqual([
    ['ValueError: broken', ...end],
    ['ConnectionResetError: Connection lost', ...end],
  ]);
});
