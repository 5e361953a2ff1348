// A StopIteration can't be a future's exception: it becomes a RuntimeError.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future();
  future.set_exception(new asyncio.StopIteration('stop'));
  try {
    await future;
  } catch (error) {
    trace('caught', error, (error as Error).cause);
  }
  trace('exception', future.exception());
});
