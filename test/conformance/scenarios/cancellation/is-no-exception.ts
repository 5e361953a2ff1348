// except Exception doesn't catch a cancellation, except BaseException does.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const careless = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      trace('never');
    }
    trace('never');
  });

  const greedy = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      if (!(error instanceof asyncio.BaseException)) throw error;
      trace('greedy catches', error);
    }
    return 'goes on';
  });

  const tasks = [asyncio.create_task(careless()), asyncio.create_task(greedy())] as const;
  await asyncio.sleep(0.5);
  for (const task of tasks) task.cancel();
  await asyncio.wait(tasks);
  trace('careless', tasks[0].cancelled());
  trace('greedy', tasks[1].cancelled(), tasks[1].result());
  const error: Error = new asyncio.CancelledError('a', 1);
  trace('kinds', error instanceof asyncio.Exception, error instanceof asyncio.BaseException, [
    ...(error as asyncio.CancelledError).args,
  ]);
});
