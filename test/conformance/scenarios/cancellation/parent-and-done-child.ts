// A parent that is cancelled when its child has just ended gets the cancellation instead of the result.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const child = asyncio.coroutine(async () => {
    await asyncio.sleep(0.5);
    loop.call_soon(() => trace('cancel', parent.cancel('just then')));
    return 'lost';
  });

  const waits = asyncio.coroutine(async () => {
    const task = asyncio.create_task(child());
    try {
      trace('has', await task);
      return null;
    } catch (error) {
      trace('gets', error, task.done(), task.cancelled());
      return await task;
    }
  });

  const parent: asyncio.Task<string | null> = asyncio.create_task(waits());
  trace('result', await parent, parent.cancelling());
});
