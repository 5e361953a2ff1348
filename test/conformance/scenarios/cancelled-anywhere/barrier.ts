// Cancelled at every turn: one of the tasks that meet at a barrier.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const barrier = new asyncio.Barrier(3);

  const meet = asyncio.coroutine(async function meet(name: string) {
    try {
      trace(name, await barrier.wait());
    } catch (error) {
      if (!(error instanceof asyncio.BrokenBarrierError)) throw error;
      trace(name, error);
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    await meet('victim');
    await asyncio.sleep(0);
    await asyncio.async_with(barrier, async (index) => {
      trace('victim', index);
    });
  });

  const others = asyncio.coroutine(async function others() {
    const tasks = ['a', 'b'].map((name) => asyncio.create_task(meet(name)));
    await asyncio.sleep(1);
    tasks.push(...['c', 'd'].map((name) => asyncio.create_task(meet(name))));
    await asyncio.sleep(1);
    trace('waiting', barrier.n_waiting, barrier.broken);
    await barrier.reset();
    for (const task of tasks) await task;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.repr(barrier).split('[')[1]);
    await asyncio.gather(meet('x'), meet('y'), meet('z'));
  });

  return [victim, others, afterwards];
};
