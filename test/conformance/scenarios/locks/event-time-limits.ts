// Who gives up on an event leaves its line; the event may still come for the others.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const event = new asyncio.Event();
  const state = (): string => asyncio.repr(event).split('[')[1]!;

  const wait = asyncio.coroutine(async function wait(name: string, seconds: number | null) {
    try {
      trace(name, await asyncio.wait_for(event.wait(), seconds));
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace(name, error, state());
    }
  });

  const limits: [string, number | null][] = [
    ['a', 1],
    ['b', 3],
    ['c', 2],
    ['d', null],
  ];
  const tasks = limits.map(([name, seconds]) => asyncio.create_task(wait(name, seconds)));
  asyncio.get_running_loop().call_later(2, () => {
    event.set();
  });
  await asyncio.sleep(0);
  trace('waiting', state());
  await asyncio.gather(...tasks);
  trace('ended', state());
  trace('no time, but set', await asyncio.wait_for(event.wait(), 0.5));
  event.clear();
  await wait('cleared', 0.5);
});
