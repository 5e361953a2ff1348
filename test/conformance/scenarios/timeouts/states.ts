// A scope is created, active, expiring, and in the end expired or finished.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  for (const when of [1.2345, 0.0625, 0.1875, 12, 1e17]) {
    await asyncio.async_with(asyncio.timeout_at(loop.time() + when), async (scope) => {
      trace('when', scope);
    });
  }
  const at = asyncio.timeout_at(loop.time() + 1.2345);
  trace('created', at, at.when() === loop.time() + 1.2345, at.expired());
  await asyncio.async_with(at, async (entered) => {
    trace('active', at, entered === at, at.expired());
  });
  trace('finished', at, at.expired());
  const late = asyncio.timeout(1);
  try {
    await asyncio.async_with(late, async () => {
      try {
        await asyncio.sleep(5);
      } catch (error) {
        trace('expiring', late, late.expired());
        throw error;
      }
    });
  } catch (error) {
    trace('expired', late, late.expired(), (error as Error).cause, asyncio.current_task()!.cancelling());
  }
  const unlimited = asyncio.timeout(null);
  await asyncio.async_with(unlimited, async () => {
    trace('no limit', unlimited, unlimited.when());
    await asyncio.sleep(9);
  });
  const scope = new asyncio.Timeout(null);
  await asyncio.async_with(scope, async () => {
    scope.reschedule(loop.time() + 2);
    trace('limited later', scope);
    scope.reschedule(null);
    trace('unlimited again', scope);
  });
  const moved = asyncio.timeout(5);
  try {
    await asyncio.async_with(moved, async () => {
      trace('at first', moved);
      moved.reschedule(loop.time());
      await asyncio.sleep(1);
    });
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    trace('rescheduled to now', moved);
  }
  try {
    await asyncio.async_with(asyncio.timeout(-1), async () => {
      trace('runs up to its first wait');
      await asyncio.sleep(0);
      trace('never');
    });
  } catch (error) {
    trace('negative', error);
  }
  const quick = asyncio.timeout(0);
  await asyncio.async_with(quick, async () => {
    trace('no wait, no end');
  });
  trace('left in time', quick);
});
