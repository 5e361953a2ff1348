// Cancelled at every turn: a task that puts into a full stack and takes out of an empty one, among others that do.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const queue = new asyncio.LifoQueue<string>(2);

  const produce = asyncio.coroutine(async function produce(name: string, count: number) {
    for (let number = 0; number < count; number++) {
      await queue.put(`${name}${number}`);
      trace(name, 'put', number, queue.qsize());
    }
  });

  const consume = asyncio.coroutine(async function consume(name: string, count: number) {
    for (let i = 0; i < count; i++) {
      trace(name, await queue.get());
      queue.task_done();
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    await produce('v', 3);
    await consume('v', 2);
  });

  const others = asyncio.coroutine(async function others() {
    const putter = asyncio.create_task(produce('p', 2));
    await asyncio.sleep(1);
    const getter = asyncio.create_task(consume('g', 2));
    await asyncio.sleep(1);
    await consume('last', 1);
    while (!putter.done() || !getter.done()) {
      await asyncio.sleep(1);
      if (!putter.done()) queue.get_nowait();
      else if (!getter.done()) queue.put_nowait('more');
    }
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.str(queue));
    while (!queue.empty()) queue.get_nowait();
    await produce('x', 2);
    await consume('x', 2);
  });

  return [victim, others, afterwards];
};
