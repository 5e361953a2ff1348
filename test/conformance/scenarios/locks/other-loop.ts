// What has once made a task wait belongs to that loop; without a wait it goes with any.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const objects = [
    [new asyncio.Lock(), 'acquire'],
    [new asyncio.Event(), 'wait'],
    [new asyncio.Semaphore(0), 'acquire'],
    [new asyncio.Condition(), 'wait'],
    [new asyncio.Queue(), 'get'],
    [new asyncio.Barrier(2), 'wait'],
  ] as const;

  const wait = asyncio.coroutine(async function wait(one: unknown, name: string) {
    if (one instanceof asyncio.Condition || (one instanceof asyncio.Lock && !one.locked())) await one.acquire();
    try {
      trace(name, await asyncio.wait_for((one as Record<string, () => asyncio.Coroutine<unknown>>)[name]!(), 1));
    } catch (error) {
      trace(name, error);
    }
  });

  const main = asyncio.coroutine(async function main() {
    for (const [one, name] of objects) await wait(one, name);
    objects[1][0].set();
    trace('set already', await objects[1][0].wait());
    objects[1][0].clear();
    objects[3][0].release();
  });

  for (const number of [0, 1]) {
    const loop = newLoop();
    trace('loop', number);
    await loop.run_until_complete(main());
    loop.close();
  }
};
