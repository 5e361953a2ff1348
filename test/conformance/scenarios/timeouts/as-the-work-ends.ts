// Work that ends in the very turn in which the time ends is too late, whichever timer comes first.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const attempt = asyncio.coroutine(async function attempt(
    label: string,
    scope: asyncio.Timeout,
    awaitable: asyncio.Awaitable<unknown>,
  ) {
    try {
      await asyncio.async_with(scope, async () => {
        trace(label, await awaitable, scope);
        await asyncio.sleep(0);
        trace(label, 'goes on', scope);
      });
    } catch (error) {
      trace(label, error);
    }
  });

  await attempt('the limit comes first', asyncio.timeout(1), asyncio.sleep(1, 'slept'));
  const task = asyncio.create_task(asyncio.sleep(1, 'slept'));
  await asyncio.sleep(0);
  await attempt('the work comes first', asyncio.timeout(1), task);
  trace('task', task.cancelled());
  const future = loop.create_future<string>();
  loop.call_later(1, () => {
    future.set_result('set');
  });
  await attempt('set first, woken later', asyncio.timeout(1), future);
  await attempt('done before', asyncio.timeout(0), future);
  const other = loop.create_future<string>();
  const scope = asyncio.timeout(1);
  loop.call_later(1, () => {
    other.set_result('set');
    scope.reschedule(loop.time() + 1);
  });
  await attempt('moved in time', scope, other);
});
