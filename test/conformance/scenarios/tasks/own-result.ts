// A task's result is its coroutine's: setting it is refused.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => 1);

  const task = asyncio.create_task(work());
  for (const attempt of [() => task.set_result(2), () => task.set_exception(new asyncio.ValueError('x'))]) {
    try {
      attempt();
    } catch (error) {
      trace('refused', error);
    }
  }
  trace('result', await task);
});
