// Giving the lock back within `async with` fails at the end; waiting without it fails at once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const condition = new asyncio.Condition();

  const attempt = asyncio.coroutine(async function attempt(label: string, body: () => asyncio.Coroutine<void>) {
    try {
      await asyncio.async_with(condition, async () => {
        await body();
      });
    } catch (error) {
      trace(label, error, condition.locked());
    }
  });

  const givesBack = asyncio.coroutine(async function givesBack() {
    condition.release();
    await asyncio.sleep(0);
  });

  const waitsWithout = asyncio.coroutine(async function waitsWithout() {
    condition.release();
    try {
      await condition.wait();
    } finally {
      await condition.acquire();
    }
  });

  const notifiesWithout = asyncio.coroutine(async function notifiesWithout() {
    condition.release();
    try {
      condition.notify_all();
    } finally {
      await condition.acquire();
    }
  });

  await attempt('gives back', givesBack);
  await attempt('waits without', waitsWithout);
  await attempt('notifies without', notifiesWithout);
  trace('usable', await condition.acquire(), condition.locked());
});
