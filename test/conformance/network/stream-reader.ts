import * as asyncio from 'asyncio-ts';
import { attempt, attemptAwait, bytes, type Trace } from './kit';

type Step = (reader: asyncio.StreamReader) => asyncio.Coroutine<unknown>;

interface Options {
  readonly limit?: number;
  readonly eof?: boolean;
}

function made(chunks: readonly string[], { limit = 65536, eof = false }: Options = {}): asyncio.StreamReader {
  const reader = new asyncio.StreamReader({ limit });
  for (const chunk of chunks) reader.feed_data(bytes(chunk));
  if (eof) reader.feed_eof();
  return reader;
}

export const main = asyncio.coroutine(function* (trace: Trace) {
  function* each(label: string, reader: asyncio.StreamReader, ...steps: Step[]): asyncio.Gen<void> {
    for (const step of steps) yield* attemptAwait(trace, label, () => step(reader));
    trace(label, String(reader), reader.at_eof());
  }
  const eof = { eof: true };
  const until =
    (...separators: string[]): Step =>
    (reader) =>
      reader.readuntil(separators.map(bytes));
  const wrong = (value: unknown): never => value as never;

  for (const limit of [0, -1, 'x']) attempt(trace, 'limit', () => new asyncio.StreamReader(wrong(limit)));
  const readline: Step = (reader) => reader.readline();
  yield* each('lines', made(['one\ntw', 'o\n', '\nthree'], eof), readline, readline, readline, readline, readline);
  yield* each(
    'sizes',
    made(['abc', 'defg'], eof),
    (r) => r.read(2),
    (r) => r.read(0),
    (r) => r.read({ n: 9 }),
    (r) => r.read(9),
    (r) => r.read(),
  );
  yield* each(
    'all',
    made(['abc', 'defg'], eof),
    (r) => r.read(),
    (r) => r.read(-1),
  );
  yield* each(
    'exactly',
    made(['abc', 'defg'], eof),
    (r) => r.readexactly(4),
    (r) => r.readexactly(0),
    (r) => r.readexactly(-1),
    (r) => r.readexactly({ n: 4 }),
    (r) => r.readexactly(1),
  );
  yield* each(
    'until',
    made(['a,b;', 'c--', '-d-', '--e'], eof),
    (r) => r.readuntil(bytes(',')),
    until(';', ','),
    (r) => r.readuntil({ separator: bytes('---') }),
    until('---'),
    until('---'),
  );
  yield* each('shortest', made(['aXYZb'], eof), until('XYZ', 'Y'), until('Z'));
  yield* each(
    'wrong',
    made(['abc']),
    until(),
    (r) => r.readuntil(bytes('')),
    until('', 'x'),
    (r) => r.readuntil(wrong('x')),
    (r) => r.read(wrong('x')),
  );
  const readuntil: Step = (reader) => reader.readuntil();
  yield* each('too long', made(['abcdefgh'], { limit: 4 }), readuntil, readline);
  yield* each('too long', made(['abcdefgh\nxy'], { limit: 4 }), readuntil, readline);
  yield* each('just long enough', made(['abcd\nxy'], { limit: 4 }), readuntil);
  const failed = made(['abc']);
  failed.set_exception(new asyncio.ValueError('broken'));
  yield* each(
    'failed',
    failed,
    (r) => r.read(1),
    readline,
    (r) => r.readexactly(1),
    readuntil,
    (r) => r.read(0),
    (r) => r.readexactly(0),
  );
  trace('exception', failed.exception(), made([]).exception());
  const ended = made([], eof);
  attempt(trace, 'after the end', () => {
    ended.feed_data(bytes('x'));
  });
  attempt(trace, 'after the end', () => {
    ended.feed_eof();
  });
  attempt(trace, 'wrong', () => {
    made([]).feed_data(wrong('text'));
  });
  const lines: Uint8Array[] = [];
  yield* asyncio.async_for(made(['1\n2\n', '3'], eof), (line) => {
    lines.push(line);
  });
  trace('iterated', lines);

  const waiting = made([]);
  const first = asyncio.create_task(waiting.read(10));
  const second = asyncio.create_task(waiting.readline());
  yield* asyncio.sleep(0);
  trace('waiting', String(waiting));
  yield* attemptAwait(trace, 'second', () => second);
  waiting.feed_data(bytes(''));
  yield* asyncio.sleep(0);
  trace('nothing', first.done());
  waiting.feed_data(bytes('some'));
  trace('fed', String(waiting), yield* first);
  const cancelled = asyncio.create_task(waiting.readexactly(4));
  yield* asyncio.sleep(0);
  waiting.feed_data(bytes('ab'));
  cancelled.cancel();
  yield* attemptAwait(trace, 'cancelled', () => cancelled);
  waiting.feed_data(bytes('cd'));
  trace('kept', yield* waiting.readexactly(4));
  const late = asyncio.create_task(waiting.read(1));
  yield* asyncio.sleep(0);
  waiting.set_exception(new asyncio.OSError(5, 'broken'));
  yield* attemptAwait(trace, 'late', () => late);
  return null;
});
