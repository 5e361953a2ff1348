// The task that holds a lock gives it back when it is cancelled, and the next one gets it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lock = new asyncio.Lock();

  const use = asyncio.coroutine(async function use(name: string) {
    await asyncio.async_with(lock, async () => {
      trace(name, 'has');
      try {
        await asyncio.sleep(5);
      } finally {
        trace(name, 'leaves', lock.locked());
      }
    });
    return name;
  });

  const tasks = [...'abc'].map((name) => asyncio.create_task(use(name)));
  await asyncio.sleep(1);
  tasks[0]!.cancel('holder');
  await asyncio.sleep(1);
  tasks[1]!.cancel('holder');
  tasks[2]!.cancel('waits behind');
  trace('ended', await asyncio.gather(...tasks, { return_exceptions: true }), lock.locked());
});
