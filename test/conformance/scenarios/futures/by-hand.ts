// The iterator of a future gives the future itself, again and again, until it is done.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  const marked = future as unknown as { _asyncio_future_blocking: boolean };
  let iterator = future.__await__();
  const given = iterator.next().value as unknown;
  trace('given', given === future, marked._asyncio_future_blocking);
  try {
    iterator.next();
  } catch (error) {
    trace('not taken', error);
  }
  iterator = future.__await__();
  marked._asyncio_future_blocking = false;
  trace('taken', (iterator.next().value as unknown) === future, marked._asyncio_future_blocking);
  marked._asyncio_future_blocking = false;
  trace('early', (iterator.next().value as unknown) === future);
  future.set_result('result');
  trace('done', iterator.next().value);
  trace('done already', future.__await__().next().value);
});
