// A task that swallows its cancellation goes on and ends normally, though the request still counts.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch {
      trace('swallowed', asyncio.current_task()!.cancelling());
    }
    await asyncio.sleep(0.5);
    return 'result';
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0.25);
  task.cancel();
  trace('result', await task, task.cancelled(), task.cancelling());
});
