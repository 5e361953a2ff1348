// A cancelled child ends gather with a CancelledError; gather and the other children are not cancelled.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, delay: number) => {
    await asyncio.sleep(delay);
    trace(name, 'ends');
    return name;
  });

  const child = asyncio.create_task(work('child', 5));
  const other = asyncio.create_task(work('other', 1));
  const future = asyncio.gather(child, other);
  await asyncio.sleep(0.5);
  child.cancel('only you');
  try {
    await future;
  } catch (error) {
    trace('caught', error, future.cancelled(), asyncio.current_task()!.cancelling());
  }
  trace('other', await other);
});
