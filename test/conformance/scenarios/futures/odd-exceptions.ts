// A future carries any exception as it is: a CancelledError that was set is no cancellation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const exceptions = [
    new asyncio.CancelledError('set'),
    asyncio.CancelledError,
    new asyncio.ExceptionGroup('group', [new asyncio.ValueError(1)]),
    new asyncio.StopAsyncIteration('stop'),
    new asyncio.GeneratorExit('exit'),
    new asyncio.TimeoutError('late'),
  ];
  for (const exception of exceptions) {
    const future = loop.create_future();
    future.set_exception(exception);
    trace('state', future, future.done(), future.cancelled());
    try {
      await future;
    } catch (error) {
      trace('raised', error, error === future.exception());
    }
  }
});
