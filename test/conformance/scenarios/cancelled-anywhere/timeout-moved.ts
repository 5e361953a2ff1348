// Cancelled at every turn: a task whose time limit is moved, taken away, and set to an absolute time.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const late = (error: unknown): asyncio.TimeoutError => {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    return error;
  };

  const victim = asyncio.coroutine(async function victim() {
    const loop = asyncio.get_running_loop();
    const first = asyncio.timeout_at(loop.time() + 1);
    try {
      await asyncio.async_with(first, async (scope) => {
        trace('first', scope.when()! - loop.time() === 1);
        await asyncio.sleep(0.5);
        scope.reschedule(loop.time() + 1);
        await asyncio.sleep(0.75);
        scope.reschedule(null);
        await asyncio.sleep(1);
        scope.reschedule(loop.time());
        await asyncio.sleep(1);
      });
    } catch (error) {
      trace('over', late(error), first.expired());
    }
    try {
      await asyncio.async_with(asyncio.timeout_at(loop.time() - 1), async () => {
        trace('too late already');
        await asyncio.sleep(0);
        trace('one turn was left');
      });
    } catch (error) {
      trace('over', late(error));
    }
    const unlimited = asyncio.timeout(null);
    await asyncio.async_with(unlimited, async () => {
      await asyncio.sleep(0);
    });
    trace('ended', asyncio.current_task()!.cancelling(), unlimited.when());
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(0.5);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    try {
      await asyncio.async_with(asyncio.timeout(0), async () => {
        await asyncio.sleep(1);
      });
    } catch (error) {
      trace('afterwards', late(error));
    }
  });

  return [victim, others, afterwards];
};
