/** Measures, in wrapped style, the cancellation of one of many that wait. */
import * as asyncio from 'asyncio-ts';

import { bench } from './wrapped.js';
import { finish, placeOf, SIZE } from './measure.js';

const crowd: asyncio.Task<unknown>[] = [];

/** Cancels one of `SIZE` tasks that wait, again and again; a new one takes its place. The crowd is made in the warm-up. */
export async function benchCancellation(wait: () => asyncio.Coroutine<unknown>): Promise<void> {
  await bench(async (count) => {
    while (crowd.length < SIZE) crowd.push(asyncio.create_task(wait()));
    await asyncio.sleep(0);
    let done = 0;
    for (let i = 0; i < count; i++) {
      const task = crowd[placeOf(i)]!;
      task.cancel();
      try {
        await task;
      } catch (error) {
        if (error instanceof asyncio.CancelledError) done++;
      }
      crowd[placeOf(i)] = asyncio.create_task(wait());
    }
    return done;
  }, finish);
}
