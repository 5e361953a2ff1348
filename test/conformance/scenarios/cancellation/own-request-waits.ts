// A task that cancels itself passes what is done already, and is interrupted where it has to wait.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const done = loop.create_future<string>();
  done.set_result('done');

  const inner = asyncio.coroutine(async () => {
    trace('inner begins');
    return 'inner';
  });

  const work = asyncio.coroutine(async () => {
    trace('cancel', asyncio.current_task()!.cancel('own'), asyncio.current_task()!.cancelling());
    trace('future', await done);
    trace('coroutine', await inner());
    const waits = loop.create_future();
    try {
      await waits;
    } catch (error) {
      trace('interrupted', error, waits);
    }
    trace('goes on', await asyncio.sleep(0.25, 'slept'));
    return 'result';
  });

  const task = asyncio.create_task(work());
  trace('result', await task, task.cancelling());
});
