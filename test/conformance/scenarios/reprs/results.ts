// The results in the reprs of futures and tasks are shown as Python shows them, and shortened.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const done = (result: unknown): asyncio.Future<unknown> => {
    const future = loop.create_future<unknown>();
    future.set_result(result);
    return future;
  };

  const bytes = (text: string): Uint8Array => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));
  const range = (length: number): number[] => Array.from({ length }, (_, i) => i);
  const values = [
    null,
    true,
    0,
    -1.5,
    'plain',
    "it's",
    'say "hi"',
    'both \' and "',
    'tab\tline\nend\\',
    'ünïcode ✓',
    '\x00\x7f',
    bytes('bytes\x00'),
    [],
    [1, [2, [3, [4, [5, [6, [7, [8]]]]]]]],
    {},
    { a: { b: [null] } },
    new Set(),
    new Set([1]),
    'x'.repeat(50),
    range(10),
    Object.fromEntries(range(8).map((i) => [String(i), i])),
    done('inner'),
    new asyncio.ValueError('a value'),
    10 ** 15,
  ];
  for (const value of values) trace('result', done(value));
});
