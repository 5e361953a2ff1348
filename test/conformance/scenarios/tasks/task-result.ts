// A task whose result is a task gives that task, not its result.
// Not in wrapped, mixed style (a promise can't carry a thenable: a native body waits for the inner task as well).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = asyncio.coroutine(async () => {
    await asyncio.sleep(0.5);
    return 'inner';
  });

  const outer = asyncio.coroutine(async () => asyncio.create_task(inner(), { name: 'inner' }));

  const task = (await asyncio.create_task(outer())) as unknown as asyncio.Task<string>;
  trace('a task', task.get_name(), task.done());
  trace(await task);
});
