// The same awaitable given twice to gather runs once and stands twice in the result.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string) => {
    trace('runs', name);
    await asyncio.sleep(0.5);
    return name;
  });

  const coroutine = work('coroutine');
  const task = asyncio.create_task(work('task'));
  const future = asyncio.get_running_loop().create_future<string>();
  future.set_result('future');
  const results = await asyncio.gather(coroutine, task, coroutine, future, task, future);
  trace('results', results);
});
