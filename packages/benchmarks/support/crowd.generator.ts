/** Measures, in generator style, the cancellation of one of many that wait. */
import * as asyncio from 'asyncio-ts';

import { bench } from './generator.js';
import { finish, lineOf, makeLines, placeOf, SIZE } from './measure.js';

const crowd: asyncio.Task<unknown>[] = [];

/**
 * Cancels one of `SIZE` tasks that wait, again and again; a new one takes its place. They wait in lines of `LINE`. The crowd
 * is made in the warm-up.
 */
export async function benchCancellation<T>(
  make: () => T,
  wait: (line: T) => asyncio.Coroutine<unknown>,
): Promise<void> {
  const lines = makeLines(make);
  await bench(function* (count) {
    while (crowd.length < SIZE) crowd.push(asyncio.create_task(wait(lineOf(lines, crowd.length))));
    yield* asyncio.sleep(0);
    let done = 0;
    for (let i = 0; i < count; i++) {
      const place = placeOf(i);
      const task = crowd[place]!;
      task.cancel();
      try {
        yield* task;
      } catch (error) {
        if (error instanceof asyncio.CancelledError) done++;
      }
      crowd[place] = asyncio.create_task(wait(lineOf(lines, place)));
    }
    return done;
  }, finish);
}
