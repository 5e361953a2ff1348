// A task of a group that starts eagerly may be over, or have failed, when it is handed out.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    trace(name, 'begins');
    if (seconds > 0) await asyncio.sleep(seconds);
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  const tasks: asyncio.Task<string>[] = [];
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    const quick = group.create_task(work('quick', 0), { eager_start: true });
    const lazy = group.create_task(work('lazy', 0));
    const slow = group.create_task(work('slow', 1), { eager_start: true, name: 'S' });
    trace('made', quick.done(), lazy.done(), slow.done(), slow.get_name(), group);
    tasks.push(quick, lazy, slow);
  });
  trace(
    'results',
    tasks.map((task) => task.result()),
  );

  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      const task = group.create_task(work('fails at once', 0, true), { eager_start: true });
      trace('has failed', task.done(), group);
      group.create_task(work('still taken', 1));
      await asyncio.sleep(0);
      trace('never');
    });
  } catch (error) {
    trace('failed', error);
  }
});
