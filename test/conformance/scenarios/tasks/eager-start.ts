// A task that is started eagerly runs to its first suspension within create_task.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const quick = asyncio.coroutine(async () => {
    trace('quick runs', asyncio.current_task()!.get_name());
    return 'quick';
  });

  const slow = asyncio.coroutine(async () => {
    trace('slow runs', asyncio.current_task()!.get_name());
    await asyncio.sleep(0.5);
    trace('slow goes on', asyncio.current_task()!.get_name());
    return 'slow';
  });

  const failing = asyncio.coroutine(async () => {
    throw new asyncio.ValueError('at once');
  });

  loop.call_soon(trace, 'a handle');
  const a = asyncio.create_task(quick(), { name: 'A', eager_start: true });
  trace('made', a.done(), a.get_coro(), asyncio.current_task()!.get_name());
  const b = asyncio.create_task(slow(), { name: 'B', eager_start: true });
  trace('made', b.done(), asyncio.current_task()!.get_name());
  const c = asyncio.create_task(failing(), { name: 'C', eager_start: true });
  trace('made', c.done(), c.exception());
  const d = asyncio.create_task(quick(), { name: 'D', eager_start: false });
  trace('made', d.done());
  trace('results', await a, await b, await d);
});
