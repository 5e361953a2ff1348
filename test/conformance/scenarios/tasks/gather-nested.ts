// gather takes futures, tasks, coroutines and other gathers, mixed.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async <T>(value: T, delay = 0) => {
    await asyncio.sleep(delay);
    return value;
  });

  const future = loop.create_future<string>();
  loop.call_later(0.5, () => future.set_result('future'));
  const results = await asyncio.gather(
    asyncio.gather(work(1), work(2, 0.25)),
    future,
    asyncio.create_task(work('task', 0.75)),
    asyncio.gather(asyncio.gather(work('deep'))),
    asyncio.sleep(0.1, 'slept'),
  );
  trace('results', results);
});
