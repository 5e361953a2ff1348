// A future is pending, then done for good: by a result, an exception or a cancellation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const ask = (label: string, question: () => unknown): void => {
    try {
      trace(label, question() ?? null);
    } catch (error) {
      trace(label, 'raises', error);
    }
  };

  const finish = (future: asyncio.Future<unknown>, how: string): void => {
    if (how === 'result') future.set_result(['a result']);
    else if (how === 'exception') future.set_exception(new asyncio.KeyError('k'));
    else future.cancel('c');
  };

  for (const how of ['result', 'exception', 'cancel']) {
    const future = loop.create_future();
    for (const label of ['before', 'after']) {
      trace(`${how} ${label}`, future.done(), future.cancelled());
      ask('result', () => future.result());
      ask('exception', () => future.exception());
      if (label === 'before') finish(future, how);
    }
    for (const again of ['result', 'exception']) ask(`${how} then ${again}`, () => finish(future, again));
    trace('cancel', future.cancel());
  }
});
