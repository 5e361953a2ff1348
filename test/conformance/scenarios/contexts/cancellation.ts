// Clean-up after a cancellation runs in the task's own context.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const work = asyncio.coroutine(async () => {
    variable.set('work');
    try {
      await asyncio.sleep(5);
    } finally {
      trace('cleans up with', variable.get());
      await asyncio.sleep(0.25);
      trace('still with', variable.get());
    }
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0.5);
  variable.set('main');
  task.cancel();
  try {
    await task;
  } catch {
    trace('main has', variable.get());
  }
});
