// Who sets the result of a future that was cancelled meanwhile gets an error, unless it asks first.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const careless = loop.create_future<string>();
  const careful = loop.create_future<string>();

  const setCareful = (): void => {
    trace('cancelled', careful.cancelled());
    if (!careful.done()) careful.set_result('never');
  };

  const set_careless = (): void => {
    careless.set_result('too late');
  };

  loop.call_later(0.5, set_careless);
  loop.call_later(0.5, setCareful);
  for (const future of [careless, careful]) {
    try {
      await asyncio.async_with(asyncio.timeout(0.125), async () => {
        await future;
      });
    } catch {
      trace('timed out', future.cancelled());
    }
  }
  await asyncio.sleep(0.5);
  trace('end');
});
