// Tasks that sleep for zero seconds take turns.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const worker = asyncio.coroutine(async (name: string, turns: number) => {
    for (let turn = 0; turn < turns; turn++) {
      trace(name, turn);
      await asyncio.sleep(0);
    }
    trace(name, 'ends');
  });

  const tasks = [
    asyncio.create_task(worker('a', 3)),
    asyncio.create_task(worker('b', 1)),
    asyncio.create_task(worker('c', 2)),
  ];
  for (const task of tasks) await task;
});
