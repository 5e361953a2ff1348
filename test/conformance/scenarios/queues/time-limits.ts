// A get or put that gives up takes nothing out and puts nothing in.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<string>(1);

  const attempt = asyncio.coroutine(async function attempt(
    label: string,
    awaitable: asyncio.Awaitable<unknown>,
    seconds: number = 1,
  ) {
    try {
      trace(label, await asyncio.wait_for(awaitable, seconds), asyncio.str(queue));
    } catch (error) {
      trace(label, error, asyncio.str(queue));
    }
  });

  await attempt('nothing comes', queue.get());
  const task = asyncio.create_task(attempt('comes in time', queue.get(), 2));
  await asyncio.sleep(1);
  await queue.put('a');
  await task;
  asyncio.get_running_loop().call_later(1, () => {
    queue.put_nowait('b');
  });
  await attempt('comes as the time ends', queue.get());
  trace('not lost', asyncio.str(queue));
  while (!queue.full()) queue.put_nowait('c');
  await attempt('no room', queue.put('d'));
  asyncio.get_running_loop().call_later(0.5, () => queue.get_nowait());
  await attempt('room in time', queue.put('e'));
  await attempt('zero', queue.get(), 0);
  await attempt('join', queue.join());
});
