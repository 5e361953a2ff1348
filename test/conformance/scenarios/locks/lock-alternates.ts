// Two tasks that take a lock again and again alternate; one alone keeps it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lock = new asyncio.Lock();
  let taken = '';

  const worker = asyncio.coroutine(async function worker(name: string) {
    for (let i = 0; i < 3; i++) {
      await asyncio.async_with(lock, async () => {
        taken += name;
        await asyncio.sleep(0);
      });
    }
  });

  await asyncio.gather(worker('a'), worker('b'));
  trace('with a pause inside', taken);
  taken = '';

  const hurried = asyncio.coroutine(async function hurried(name: string) {
    for (let i = 0; i < 3; i++) {
      await asyncio.async_with(lock, async () => {
        taken += name;
      });
    }
  });

  await asyncio.gather(hurried('a'), hurried('b'));
  trace('without', taken);
  taken = '';
  await lock.acquire();
  const tasks = [...'abc'].map((name) => asyncio.create_task(hurried(name)));
  await asyncio.sleep(0);
  lock.release();
  await asyncio.wait(tasks);
  trace('with others in line', taken);
});
