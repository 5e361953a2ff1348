/** Measures, in compiled style, the cancellation of one of many that wait. */
import * as asyncio from 'asyncio-ts';

import { bench } from './compiled.js';
import { finish, lineOf, makeLines, placeOf, SIZE } from './measure.js';

const crowd: asyncio.Task<unknown>[] = [];

/**
 * Cancels one of `SIZE` tasks that wait, again and again; a new one takes its place. They wait in lines of `LINE`. The crowd
 * is made in the warm-up.
 */
export function benchCancellation<T>(make: () => T, wait: (line: T) => Promise<unknown>): Promise<void> {
  const lines = makeLines(make);
  return bench(async (count) => {
    while (crowd.length < SIZE) crowd.push(asyncio.create_task(wait(lineOf(lines, crowd.length))));
    await asyncio.sleep(0);
    let done = 0;
    for (let i = 0; i < count; i++) {
      const place = placeOf(i);
      const task = crowd[place]!;
      task.cancel();
      try {
        await task;
      } catch (error) {
        if (error instanceof asyncio.CancelledError) done++;
      }
      crowd[place] = asyncio.create_task(wait(lineOf(lines, place)));
    }
    return done;
  }, finish);
}
