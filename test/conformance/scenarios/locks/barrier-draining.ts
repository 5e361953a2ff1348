// While a barrier empties, who comes waits for the next round; a reset or an abort meets both.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const meet = asyncio.coroutine(async function meet(barrier: asyncio.Barrier, name: string) {
    try {
      trace(name, await barrier.wait());
    } catch (error) {
      trace(name, error);
      if (!(error instanceof asyncio.BrokenBarrierError)) throw error;
    }
  });

  const nothing = asyncio.coroutine(async function nothing() {});

  for (const action of ['nothing', 'reset', 'abort', 'cancel'] as const) {
    const barrier = new asyncio.Barrier(2);
    const state = (): string => asyncio.repr(barrier).split('[')[1]!;
    const tasks = [...'abcd'].map((name) => asyncio.create_task(meet(barrier, name)));
    await asyncio.sleep(0);
    trace(action, state());
    if (action === 'cancel') tasks[0]!.cancel('while it empties');
    else await { nothing, reset: () => barrier.reset(), abort: () => barrier.abort() }[action]();
    const [done, pending] = await asyncio.wait(tasks, { timeout: 1 });
    trace('ended', done.size, pending.size, state());
    for (const task of pending) task.cancel('left');
    await asyncio.sleep(0);
  }
});
