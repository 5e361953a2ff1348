// A cancellation in the iteration in which the awaited future ends wins over the result.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async (name: string, future: asyncio.Future<string>) => {
    try {
      trace(name, 'has', await future);
    } catch (error) {
      if (error instanceof asyncio.CancelledError) trace(name, 'gets', error, future.cancelled());
      else trace(name, 'gets', error);
      throw error;
    }
  });

  const run = asyncio.coroutine(async (name: string, ...actions: string[]) => {
    const future = loop.create_future<string>();
    const task = asyncio.create_task(work(name, future));
    await asyncio.sleep(0);
    for (const action of actions) {
      if (action === 'cancel') {
        trace(name, 'cancel', task.cancel('late'));
      } else if (action === 'result') {
        if (!future.done()) future.set_result('result');
      } else {
        future.set_exception(new asyncio.ValueError('failed'));
      }
    }
    const results = await asyncio.gather(task, { return_exceptions: true });
    trace(name, 'ends', results, task.cancelled());
  });

  await run('result first', 'result', 'cancel');
  await run('cancel first', 'cancel', 'result');
  await run('exception first', 'exception', 'cancel');
});
