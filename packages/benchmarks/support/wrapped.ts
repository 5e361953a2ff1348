/** Measures programs in wrapped style; `--no-tracking` switches the host's tracking of native bodies off. */
import * as asyncio from 'asyncio-ts';

import { COUNT, Instant, Memory, WARM_UP, check, finish, print } from './measure.js';

/** Does `count` operations, and returns how many it has done. */
type Work = (count: number) => Promise<number>;

if (process.argv.includes('--no-tracking')) asyncio.set_host_tracking(false);

/** Runs `work` in a loop, first for warmth, then measured; `report` gets what it has taken. */
export async function bench(work: Work, report = print): Promise<void> {
  const coroutine = asyncio.coroutine(work);
  const main = asyncio.coroutine(async () => {
    check(await coroutine(WARM_UP), WARM_UP);
    const start = new Instant();
    const done = await coroutine(COUNT);
    const elapsed = start.elapsed();
    check(done, COUNT);
    report(elapsed);
  });
  await asyncio.run(main());
}

/** Measures the memory that `work` has taken when it comes back. */
export async function benchMemory(work: Work): Promise<void> {
  const coroutine = asyncio.coroutine(work);
  const main = asyncio.coroutine(async () => {
    const before = new Memory();
    check(await coroutine(COUNT), COUNT);
    finish(before.growth());
  });
  await asyncio.run(main());
}
