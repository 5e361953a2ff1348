// Two conditions on one lock: a buffer with room for two, whose makers and takers tell each other.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lock = new asyncio.Lock();
  const notFull = new asyncio.Condition(lock);
  const notEmpty = new asyncio.Condition(lock);
  const buffer: string[] = [];

  const make = asyncio.coroutine(async function make(name: string, count: number) {
    for (let number = 0; number < count; number++) {
      await asyncio.async_with(notFull, async () => {
        await notFull.wait_for(() => buffer.length < 2);
        buffer.push(`${name}${number}`);
        trace('made', buffer);
        notEmpty.notify();
      });
    }
  });

  const take = asyncio.coroutine(async function take(name: string, count: number) {
    for (let i = 0; i < count; i++) {
      await asyncio.async_with(notEmpty, async () => {
        await notEmpty.wait_for(() => buffer);
        trace(name, buffer.shift());
        notFull.notify();
      });
      await asyncio.sleep(1);
    }
  });

  await asyncio.gather(take('first', 3), make('a', 3), make('b', 2), take('second', 2));
  trace('ended', buffer, lock.locked());
});
