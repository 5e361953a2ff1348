/** Measures programs in wrapped style; `--no-tracking` switches the host's tracking of native bodies off. */
import * as asyncio from 'asyncio-ts';

import { COUNT, Instant, Memory, WARM_UP, finish, print } from './measure.js';
import { switchTrackingOff } from './tracking.js';

type Work = (count: number) => Promise<void>;

if (process.argv.includes('--no-tracking')) switchTrackingOff();

/** Runs `work` in a loop, first for warmth, then measured. */
export async function bench(work: Work): Promise<void> {
  const coroutine = asyncio.coroutine(work);
  const main = asyncio.coroutine(async () => {
    await coroutine(WARM_UP);
    const start = new Instant();
    await coroutine(COUNT);
    print(start.elapsed());
  });
  await asyncio.run(main());
}

/** Measures the memory that `work` has taken when it comes back. */
export async function benchMemory(work: Work): Promise<void> {
  const coroutine = asyncio.coroutine(work);
  const main = asyncio.coroutine(async () => {
    const before = new Memory();
    await coroutine(COUNT);
    finish(before.growth());
  });
  await asyncio.run(main());
}
