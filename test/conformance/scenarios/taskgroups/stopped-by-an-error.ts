// The usual way to stop a group from inside: a task that raises an error of one's own.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  class Stop extends asyncio.Exception {}

  const stop = asyncio.coroutine(async function stop(seconds: number) {
    await asyncio.sleep(seconds);
    throw new Stop();
  });

  const work = asyncio.coroutine(async function work(name: string) {
    let count = 0;
    try {
      for (;;) {
        await asyncio.sleep(1);
        count += 1;
      }
    } finally {
      trace(name, 'did', count);
    }
  });

  for (const spoiled of [false, true]) {
    try {
      try {
        await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
          group.create_task(work('a'));
          group.create_task(work('b'));
          group.create_task(stop(2.5));
          if (spoiled) {
            await asyncio.sleep(2.5);
            throw new asyncio.KeyError('as well');
          }
        });
      } catch (error) {
        asyncio.except_star(error, [Stop, (group) => trace('stopped', group)]);
      }
    } catch (error) {
      trace('but', error);
    }
  }
  trace('goes on', asyncio.current_task()!.cancelling());
});
