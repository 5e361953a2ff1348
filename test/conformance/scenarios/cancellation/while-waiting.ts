// A cancelled task gets the error at its await, in the next iteration.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('work gets', error);
      throw error;
    } finally {
      trace('work cleans up');
    }
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0.5);
  loop.call_soon(trace, 'a handle before');
  trace('cancel', task.cancel());
  loop.call_soon(trace, 'a handle after');
  trace('still pending', task.done());
  try {
    await task;
  } catch (error) {
    trace('main gets', error);
  }
  trace('cancelled', task.cancelled());
});
