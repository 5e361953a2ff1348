// With the eager factory tasks start at once unless eager_start says no; without it they don't unless it says yes.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async (name: string) => {
    trace('runs', name);
    return name;
  });

  loop.set_task_factory(asyncio.eager_task_factory);
  for (const keywords of [{}, { eager_start: false }, { eager_start: true }, { name: 'named' }]) {
    const task = asyncio.create_task(work('with'), keywords);
    trace('factory', Object.keys(keywords), task.done());
    await task;
  }
  loop.set_task_factory(null);
  for (const keywords of [{}, { eager_start: false }, { eager_start: true }, { eager_start: null }]) {
    const task = asyncio.create_task(work('without'), keywords);
    trace('no factory', Object.values(keywords), task.done());
    await task;
  }
});
