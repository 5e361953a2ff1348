// A task that cancels itself and then ends without a wait: a result gives way, an exception doesn't.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const returns = asyncio.coroutine(async () => {
    asyncio.current_task()!.cancel('own');
    return 'a result';
  });

  const fails = asyncio.coroutine(async (): Promise<string> => {
    asyncio.current_task()!.cancel('own');
    throw new asyncio.ValueError('an exception');
  });

  const takesBack = asyncio.coroutine(async () => {
    asyncio.current_task()!.cancel('own');
    trace('left', asyncio.current_task()!.uncancel());
    return 'kept';
  });

  for (const work of [returns, fails, takesBack]) {
    const task = asyncio.create_task(work());
    try {
      trace('result', await task);
    } catch (error) {
      trace('raised', error);
    }
    trace('state', task.cancelled(), task.cancelling());
  }
});
