// What a result wakes, waiters and callbacks in the order in which they came, runs before what is scheduled after it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();

  const waits = asyncio.coroutine(async (name: string) => {
    trace(name, await future);
  });

  const begins = asyncio.coroutine(async () => {
    trace('a new task');
  });

  const tasks = [asyncio.create_task(waits('first waiter'))];
  await asyncio.sleep(0);
  future.add_done_callback(() => trace('done callback'));
  tasks.push(asyncio.create_task(waits('second waiter')));
  await asyncio.sleep(0);
  loop.call_soon(trace, 'before the result');
  future.set_result('wakes');
  loop.call_soon(trace, 'after the result');
  tasks.push(asyncio.create_task(begins()));
  future.add_done_callback(() => trace('late done callback'));
  trace('set');
  await asyncio.wait(tasks);
});
