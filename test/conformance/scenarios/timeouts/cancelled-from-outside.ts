// A cancellation from outside stays one, also together with the end of the time.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: number) {
    const task = asyncio.current_task()!;
    const scope = asyncio.timeout(1);
    try {
      await asyncio.async_with(scope, async () => {
        await asyncio.sleep(5);
      });
    } catch (error) {
      trace(name, error, scope, task.cancelling());
      if (error instanceof asyncio.CancelledError) throw error;
      await asyncio.sleep(0);
    }
  });

  const loop = asyncio.get_running_loop();
  for (const when of [0.5, 1, 1.5]) {
    const task = asyncio.create_task(work(when));
    await asyncio.sleep(0);
    loop.call_at(loop.time() + when, () => task.cancel('outside'));
    try {
      trace('ended', await task);
    } catch (error) {
      trace('cancelled', error, task.cancelling());
    }
  }

  const cancelledBefore = asyncio.coroutine(async function cancelled_before() {
    asyncio.current_task()!.cancel('earlier');
    try {
      await asyncio.async_with(asyncio.timeout(0), async () => {
        trace('cancelling', asyncio.current_task()!.cancelling());
        await asyncio.sleep(1);
      });
    } catch (error) {
      trace('late', error, asyncio.current_task()!.cancelling());
      throw error;
    }
  });

  const task = asyncio.create_task(cancelledBefore());
  try {
    await task;
  } catch (error) {
    trace('failed', error);
  }
});
