// A coroutine can be awaited once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    await asyncio.sleep(0.25);
    return 'worked';
  });

  const coroutine = work();
  trace('first', await coroutine);
  for (let time = 0; time < 2; time++) {
    try {
      await coroutine;
    } catch (error) {
      trace('again', error);
    }
  }
  const task = asyncio.create_task(coroutine);
  try {
    await task;
  } catch (error) {
    trace('as a task', error);
  }
});
