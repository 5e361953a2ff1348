// A subclass of CancelledError cancels the task, and is what its first awaiter gets.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Gone extends asyncio.CancelledError {}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work() {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('gets', error);
      throw new Gone('instead', 1);
    }
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0.5);
  task.cancel('message');
  for (const name of ['first', 'second']) {
    try {
      await task;
    } catch (error) {
      trace(name, error, (error as Error).constructor.name);
    }
  }
  trace('state', task.cancelled(), task);
});
