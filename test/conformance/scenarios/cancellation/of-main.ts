// A cancelled main task makes run raise a CancelledError.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const task = asyncio.current_task()!;
  asyncio.get_running_loop().call_later(0.5, () => task.cancel('from outside'));
  try {
    await asyncio.sleep(5);
  } finally {
    trace('main cleans up', task.cancelling());
  }
});
