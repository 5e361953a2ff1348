// An eagerly started task can be cancelled at its first suspension, and can cancel itself within its eager step.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, selfish: boolean) => {
    try {
      if (selfish) trace(name, 'cancels itself', asyncio.current_task()!.cancel());
      await asyncio.sleep(5);
    } catch (error) {
      trace(name, error);
      throw error;
    }
  });

  const a = asyncio.create_task(work('a', false), { eager_start: true });
  trace('cancel', a.cancel('enough'));
  const b = asyncio.create_task(work('b', true), { eager_start: true });
  trace('state', a.done(), b.done());
  const results = await asyncio.gather(a, b, { return_exceptions: true });
  trace('results', results, a.cancelled(), b.cancelled());
});
