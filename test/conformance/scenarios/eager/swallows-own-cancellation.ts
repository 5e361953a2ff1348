// A task that cancels itself in its eager step gets the cancellation at its first wait.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (swallows: boolean) => {
    const task = asyncio.current_task()!;
    trace('cancel', task.cancel('own'), task.cancelling());
    try {
      await asyncio.sleep(0.5);
    } catch (error) {
      trace('gets', error);
      if (!swallows) throw error;
    }
    return 'goes on';
  });

  const ends = asyncio.coroutine(async () => {
    asyncio.current_task()!.cancel('at the end');
    return 'never seen';
  });

  for (const swallows of [true, false]) {
    const task = asyncio.create_task(work(swallows), { eager_start: true });
    trace('made', task.done(), task.cancelling());
    try {
      trace('result', await task);
    } catch (error) {
      trace('cancelled', error);
    }
  }
  const task = asyncio.create_task(ends(), { eager_start: true });
  trace('ended', task.cancelled());
});
