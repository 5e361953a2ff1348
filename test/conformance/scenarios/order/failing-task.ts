// A failure reaches done callbacks and waiters in the order in which they came.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fail = asyncio.coroutine(async () => {
    await asyncio.sleep(0.25);
    trace('fails');
    throw new asyncio.ValueError('boom');
  });

  const watch = asyncio.coroutine(async (name: string, task: asyncio.Task<unknown>) => {
    try {
      await task;
    } catch (error) {
      trace(name, error);
    }
  });

  const task = asyncio.create_task(fail());
  const first = asyncio.create_task(watch('first', task));
  await asyncio.sleep(0);
  task.add_done_callback((t) => trace('callback', t.exception()));
  const second = asyncio.create_task(watch('second', task));
  await first;
  trace('first is done', second.done());
  await second;
});
