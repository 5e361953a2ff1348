// A newcomer stands behind those in line, even when a permit is free in between.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const semaphore = new asyncio.Semaphore(1);
  const state = (): unknown[] => [asyncio.repr(semaphore).split('[')[1], semaphore.locked()];

  const use = asyncio.coroutine(async function use(name: string) {
    await asyncio.async_with(semaphore, async () => {
      trace(name, ...state());
    });
  });

  await semaphore.acquire();
  let tasks = [asyncio.create_task(use('waits'))];
  await asyncio.sleep(0);
  semaphore.release();
  trace('given to who waits', ...state());
  tasks.push(asyncio.create_task(use('newcomer')));
  await use('main');
  await asyncio.gather(...tasks);
  semaphore.release();
  semaphore.release();
  trace('never bounded', ...state());
  tasks = [...'abcd'].map((name) => asyncio.create_task(use(name)));
  await asyncio.gather(...tasks);
  trace('ended', ...state());
});
