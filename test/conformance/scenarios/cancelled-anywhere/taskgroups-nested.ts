// Cancelled at every turn: a task in groups within each other, of which one fails while the other cleans up.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const ended: string[] = [];

  const work = asyncio.coroutine(async function work(
    name: string,
    seconds: number,
    fails = false,
    cleanup: number = 0,
  ) {
    try {
      await asyncio.sleep(seconds);
      if (fails) throw new asyncio.ValueError(name);
      return name;
    } catch (error) {
      if (error instanceof asyncio.CancelledError) await asyncio.sleep(cleanup);
      throw error;
    } finally {
      ended.push(name);
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    const requests = (): number => asyncio.current_task()!.cancelling();
    try {
      await asyncio.async_with(new asyncio.TaskGroup(), async (outer) => {
        outer.create_task(work('slow to stop', 5, false, 1));
        await asyncio.async_with(new asyncio.TaskGroup(), async (inner) => {
          inner.create_task(work('inner', 1));
          inner.create_task(work('inner fails', 2, true));
          await asyncio.sleep(1);
        });
        trace('not reached');
      });
    } catch (error) {
      asyncio.except_star(error, [
        asyncio.ValueError,
        (group) => {
          trace('caught', group, requests());
        },
      ]);
    }
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(work('last', 0));
      await asyncio.sleep(0);
    });
    trace('ended', requests());
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', ended);
    let task: asyncio.Task<string> | null = null;
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      task = group.create_task(work('afterwards', 0));
    });
    trace('afterwards', task!.result());
  });

  return [victim, others, afterwards];
};
