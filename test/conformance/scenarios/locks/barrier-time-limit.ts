// Who gives up on a barrier doesn't break it: one more has to come.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const barrier = new asyncio.Barrier(3);

  const meet = asyncio.coroutine(async function meet(name: string, limit: number) {
    try {
      trace(name, await asyncio.wait_for(barrier.wait(), limit));
    } catch (error) {
      trace(name, error, barrier.n_waiting, barrier.broken);
    }
  });

  const tasks = [asyncio.create_task(meet('a', 1)), asyncio.create_task(meet('b', 9))];
  await asyncio.sleep(2);
  trace('one left', barrier.n_waiting);
  tasks.push(asyncio.create_task(meet('c', 5)));
  await asyncio.sleep(0);
  tasks.push(asyncio.create_task(meet('d', 5)));
  await asyncio.gather(...tasks);
  trace('ended', asyncio.repr(barrier).split('[')[1]);
});
