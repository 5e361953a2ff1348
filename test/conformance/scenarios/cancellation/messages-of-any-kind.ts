// Whatever is given as the message of a cancellation is the argument of its error; None is none.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const waits = asyncio.coroutine(async () => {
    await asyncio.sleep(5);
  });

  for (const message of ['text', '', 0, 42, false, ['list'], null, new asyncio.ValueError('cause')]) {
    const task = asyncio.create_task(waits());
    await asyncio.sleep(0);
    task.cancel(message);
    try {
      await task;
    } catch (error) {
      trace('error', error, (error as asyncio.CancelledError).args.length);
    }
    const future = asyncio.get_running_loop().create_future();
    future.cancel({ msg: message });
    try {
      future.result();
    } catch (error) {
      trace('future', error);
    }
  }
});
