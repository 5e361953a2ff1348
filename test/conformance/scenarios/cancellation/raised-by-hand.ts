// A CancelledError that a coroutine raises by itself cancels its task.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (message: string[]) => {
    await asyncio.sleep(0);
    throw new asyncio.CancelledError(...message);
  });

  for (const message of [[], ['by hand']]) {
    const task = asyncio.create_task(work(message));
    try {
      await task;
    } catch (error) {
      trace('caught', error, task.cancelled(), task.cancelling());
    }
    try {
      task.result();
    } catch (error) {
      trace('result', error);
    }
    try {
      task.exception();
    } catch (error) {
      trace('exception', error);
    }
  }
});
