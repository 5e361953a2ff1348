// A future's repr shows its state, its result or exception and its callbacks.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const first = (): void => {};
  const second = (): void => {};
  const third = (): void => {};
  const fourth = (): void => {};

  const future = loop.create_future();
  trace('pending', future);
  for (const callback of [first, second, third, fourth]) {
    future.add_done_callback(callback);
    trace('callbacks', future);
  }
  future.set_result({ key: ['value', 1, null, true] });
  trace('finished', future);
  const failed = loop.create_future();
  failed.set_exception(new asyncio.ValueError('bad', 2));
  trace('failed', failed, failed.exception());
  const gone = loop.create_future();
  gone.cancel('message');
  trace('cancelled', gone);
  const nested = loop.create_future<unknown>();
  nested.set_result(future);
  trace('nested', nested);
  const own = loop.create_future<unknown>();
  own.set_result([own]);
  trace('recursive', own);

  class Special extends asyncio.Future {}

  trace('subclass', new Special({ loop }));
});
