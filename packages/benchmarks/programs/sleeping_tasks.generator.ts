import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const nap = asyncio.coroutine(function* (seconds: number) {
  yield* asyncio.sleep(seconds);
});

await bench(function* (count) {
  // Deadlines differ, and all of them come after the last task has gone to sleep.
  const results = yield* asyncio.gather(...Array.from({ length: count }, (_, i) => nap(2 + i * 1e-6)));
  return results.length;
});
