// A failure of a task and a cancellation of the parent in one turn, in either order.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fails = asyncio.coroutine(async function fails(future: asyncio.Future<null>) {
    await future;
    throw new asyncio.ValueError('of the task');
  });

  const parent = asyncio.coroutine(async function parent(future: asyncio.Future<null>, inBody: boolean) {
    const task = asyncio.current_task()!;
    const group = new asyncio.TaskGroup();
    try {
      await asyncio.async_with(group, async () => {
        group.create_task(fails(future));
        if (inBody) await asyncio.sleep(9);
      });
    } catch (error) {
      trace('leaves', error, task.cancelling(), group);
      throw error;
    }
  });

  const loop = asyncio.get_running_loop();
  const turns = { failure: 0, cancellation: null, 'failure a turn before': 1, 'failure two turns before': 2 };
  for (const inBody of [true, false]) {
    for (const [first, count] of Object.entries(turns)) {
      const future = loop.create_future<null>();
      const task = asyncio.create_task(parent(future, inBody));
      await asyncio.sleep(1);
      if (count === null) {
        task.cancel('outside');
        future.set_result(null);
      } else {
        future.set_result(null);
        for (let i = 0; i < count; i++) await asyncio.sleep(0);
        trace(first, task.cancel('outside'));
      }
      try {
        await task;
      } catch (error) {
        trace('ended', first, error, task.cancelling());
      }
    }
  }
});
