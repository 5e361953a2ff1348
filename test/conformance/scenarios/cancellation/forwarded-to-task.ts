// Cancelling a task that awaits a task cancels that one first; both end.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } finally {
      trace('inner ends');
    }
  });

  const outer = asyncio.coroutine(async (task: asyncio.Task<void>) => {
    try {
      await task;
    } finally {
      trace('outer ends', task.cancelled());
    }
  });

  const child = asyncio.create_task(inner());
  const parent = asyncio.create_task(outer(child));
  await asyncio.sleep(0.5);
  parent.cancel('down');
  trace('asked', parent.cancelling(), child.cancelling());
  try {
    await parent;
  } catch (error) {
    trace('caught', error, parent.cancelled(), child.cancelled());
  }
});
