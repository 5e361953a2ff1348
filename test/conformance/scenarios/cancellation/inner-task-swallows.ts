// If the awaited task swallows the cancellation, the awaiting one goes on with its result.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
      return 'slept';
    } catch {
      await asyncio.sleep(0.5);
      return 'stubborn';
    }
  });

  const outer = asyncio.coroutine(async (task: asyncio.Task<string>) => {
    const value = await task;
    trace('outer goes on', value, asyncio.current_task()!.cancelling());
    return value;
  });

  const child = asyncio.create_task(inner());
  const parent = asyncio.create_task(outer(child));
  await asyncio.sleep(0.25);
  parent.cancel();
  trace('result', await parent, parent.cancelled(), child.cancelled());
});
