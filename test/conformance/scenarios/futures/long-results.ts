// A long result is shortened in the repr.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const results = [
    'x'.repeat(100),
    Array.from({ length: 50 }, (_, number) => number),
    { key: 'y'.repeat(60) },
    ['a'.repeat(40), ['b', ['c', ['d', ['e', ['f', ['g']]]]]]],
    12345678901234567890123n,
  ];
  for (const result of results) {
    const future = loop.create_future<unknown>();
    future.set_result(result);
    trace('finished', future);
  }
});
