// `async with` takes a lock by the methods of its own class.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  class Counting extends asyncio.Lock {
    taken = 0;

    override acquire(): asyncio.Coroutine<true> {
      return count(this, super.acquire());
    }

    override release(): void {
      trace('gives it back');
      super.release();
    }
  }

  const count = asyncio.coroutine(async function count(lock: Counting, acquiring: asyncio.Coroutine<true>) {
    trace('wants it', lock.locked());
    const result = await acquiring;
    lock.taken += 1;
    return result;
  });

  const lock = new Counting();

  const use = asyncio.coroutine(async function use() {
    await asyncio.async_with(lock, async (nothing) => {
      trace('inside', nothing, lock.taken);
      await asyncio.sleep(1);
    });
  });

  await asyncio.gather(use(), use());
  const condition = new asyncio.Condition(lock);
  await asyncio.async_with(condition, async () => {
    trace('of a condition', lock.taken, lock.locked());
    try {
      await asyncio.wait_for(condition.wait(), 1);
    } catch {
      trace('taken again', lock.taken, lock.locked());
    }
  });
});
