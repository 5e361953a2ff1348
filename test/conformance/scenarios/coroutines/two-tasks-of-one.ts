// A coroutine that is given to two tasks is driven by both: the first that finds it done has its result, the other fails.
// Not in wrapped, mixed style (a native body has one task, and the second is refused at once).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    trace('begins in', asyncio.current_task()!.get_name());
    await asyncio.sleep(0.5);
    return 'done';
  });

  const coroutine = work();
  const tasks = ['a', 'b'].map((name) => asyncio.create_task(coroutine, { name }));
  await asyncio.wait(tasks);
  for (const task of tasks) trace(task.get_name(), task.exception() ?? task.result());
  const late = asyncio.create_task(coroutine, { name: 'c' });
  try {
    await late;
  } catch (error) {
    trace('c', error);
  }
});
