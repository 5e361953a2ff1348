// Tasks that wait for one future wake in the order in which they began to wait.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();

  const waiter = asyncio.coroutine(async (name: string, turns: number) => {
    for (let turn = 0; turn < turns; turn++) await asyncio.sleep(0);
    trace(name, 'waits');
    const value = await future;
    trace(name, value);
    await asyncio.sleep(0);
    trace(name, 'ends');
  });

  const tasks = [
    asyncio.create_task(waiter('a', 2)),
    asyncio.create_task(waiter('b', 0)),
    asyncio.create_task(waiter('c', 1)),
  ];
  future.add_done_callback(() => trace('a callback between'));
  loop.call_later(0.5, () => future.set_result('value'));
  for (const task of tasks) await task;
});
