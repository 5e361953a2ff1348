// With the eager task factory every task begins at once, gathered ones too.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  loop.set_task_factory(asyncio.eager_task_factory);

  const work = asyncio.coroutine(async (name: string, delay: number | null) => {
    trace(name, 'begins');
    if (delay !== null) await asyncio.sleep(delay);
    trace(name, 'ends');
    return name;
  });

  const parent = asyncio.coroutine(async () => {
    trace('parent begins');
    const child = asyncio.create_task(work('child', 0.25));
    trace('child made', child.done());
    return await child;
  });

  loop.call_soon(trace, 'a handle');
  trace('parent', await parent());
  const future = asyncio.gather(work('a', 0.5), work('b', null), work('c', 0));
  trace('gathered', future.done());
  trace('results', await future);
  const ready = asyncio.gather(work('d', null), work('e', null));
  trace('all done at once', ready.done());
  trace('results', await ready);
});
