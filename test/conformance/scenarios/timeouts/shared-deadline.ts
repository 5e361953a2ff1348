// Several steps that share one deadline: what one leaves the next may use.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const deadline = loop.time() + 5;

  const step = asyncio.coroutine(async function step(name: string, seconds: number) {
    const scope = asyncio.timeout_at(deadline);
    try {
      return await asyncio.async_with(scope, async () => {
        trace(name, scope, deadline - loop.time() > seconds);
        await asyncio.sleep(seconds);
        return name;
      });
    } catch {
      trace(name, 'is too late', scope);
      return null;
    }
  });

  trace('done', [await step('one', 1), await step('two', 3), await step('three', 2), await step('four', 0.5)]);
  const scope = asyncio.timeout_at(loop.time() - 100);
  try {
    await asyncio.async_with(scope, async () => {
      trace('long past', scope.when()! < loop.time(), scope.expired());
    });
  } catch {
    trace('never');
  }
  trace('but no await', scope);
});
