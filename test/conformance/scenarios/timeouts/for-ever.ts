// A limit that never comes, or came before all time.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  for (const delay of [null, Infinity, 1e12]) {
    const scope = asyncio.timeout(delay);
    await asyncio.async_with(scope, async () => {
      trace('active', scope, scope.when() === null);
      await asyncio.sleep(1);
    });
    trace('left', scope, scope.expired());
  }
  let scope = asyncio.timeout_at(null);
  await asyncio.async_with(scope, async () => {
    scope.reschedule(Infinity);
    trace('moved', scope);
  });
  scope = asyncio.timeout(-Infinity);
  try {
    await asyncio.async_with(scope, async () => {
      trace('at once', scope);
      await asyncio.sleep(1);
    });
  } catch (error) {
    trace('over', error, loop.time() === 3);
  }
});
