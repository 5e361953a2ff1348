// Eager tasks run before their creators go on, lazy ones after; both wake in the order of their waits.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async (name: string) => {
    for (let step = 0; step < 3; step++) {
      trace(name, step);
      await asyncio.sleep(0);
    }
    return name;
  });

  loop.call_soon(trace, 'a callback');
  const lazy = asyncio.create_task(work('lazy'));
  const eager = asyncio.create_task(work('eager'), { eager_start: true });
  trace('both made');
  const again = asyncio.create_task(work('again'), { eager_start: true });
  trace('results', await again, await lazy, await eager);
});
