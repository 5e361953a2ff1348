/** Measures programs in generator style. */
import * as asyncio from 'asyncio-ts';

import { COUNT, Instant, Memory, WARM_UP, finish, print } from './measure.js';

type Work = (count: number) => Generator<unknown, void, unknown>;

/** Runs `work` in a loop, first for warmth, then measured. */
export async function bench(work: Work): Promise<void> {
  const coroutine = asyncio.coroutine(work);
  const main = asyncio.coroutine(function* () {
    yield* coroutine(WARM_UP);
    const start = new Instant();
    yield* coroutine(COUNT);
    print(start.elapsed());
  });
  await asyncio.run(main());
}

/** Measures the memory that `work` has taken when it comes back. */
export async function benchMemory(work: Work): Promise<void> {
  const coroutine = asyncio.coroutine(work);
  const main = asyncio.coroutine(function* () {
    const before = new Memory();
    yield* coroutine(COUNT);
    finish(before.growth());
  });
  await asyncio.run(main());
}
