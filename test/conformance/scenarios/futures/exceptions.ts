// set_exception takes an exception or a class, and refuses what is neither.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const attempt = (exception: unknown): void => {
    const future = loop.create_future();
    try {
      future.set_exception(exception as Error);
      trace('set', future.exception());
    } catch (error) {
      trace('refused', error, future.done());
    }
  };

  attempt(new asyncio.ValueError('instance'));
  attempt(asyncio.ValueError);
  attempt(new asyncio.KeyError('key'));
  attempt('text');
  attempt(42);
  attempt(null);
});
