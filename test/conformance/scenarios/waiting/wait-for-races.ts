// A cancellation from outside and the end of the time, in one iteration or close by.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const attempt = asyncio.coroutine(async function attempt(label: string, awaitable: asyncio.Awaitable<unknown>) {
    try {
      trace(label, await awaitable);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      trace(label, error);
    }
  });

  const waiting = asyncio.coroutine(async function waiting(name: string) {
    try {
      return await asyncio.wait_for(asyncio.sleep(5, 'slept'), 1);
    } catch (error) {
      trace(name, error, asyncio.current_task()!.cancelling());
      if (error instanceof asyncio.CancelledError) throw error;
      await asyncio.sleep(1);
      return 'late';
    }
  });

  const loop = asyncio.get_running_loop();
  for (const [name, first, later] of [
    ['before', true, 0.5],
    ['at once', true, 1],
    ['at once', false, 1],
    ['after', false, 1.5],
  ] as const) {
    const tasks: asyncio.Task[] = [];
    if (first) loop.call_later(later, () => tasks[0]!.cancel('outside'));
    const task = asyncio.create_task(waiting(name));
    tasks.push(task);
    await asyncio.sleep(0);
    if (!first) loop.call_later(later, () => task.cancel('outside'));
    try {
      trace(name, await task);
    } catch (error) {
      trace(name, 'cancelled', error);
    }
  }

  const ready = asyncio.coroutine(async function ready() {
    const future = loop.create_future<string>();
    loop.call_later(1, () => future.set_result('set'));
    return await asyncio.wait_for(future, 1);
  });

  await attempt('set as the time ends', asyncio.create_task(ready()));
});
