// What isn't a coroutine is refused by create_task, with CPython's words.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async function work() {});

  const task = asyncio.create_task(work(), { name: 'T' });
  for (const wrong of [42, 'text', null, [1], task, loop.create_future()]) {
    try {
      asyncio.create_task(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
  await task;
});
