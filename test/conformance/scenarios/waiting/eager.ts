// Tasks that start eagerly, in all that makes tasks.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    await asyncio.sleep(seconds);
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  const loop = asyncio.get_running_loop();
  loop.set_task_factory(asyncio.eager_task_factory);

  const quick = asyncio.coroutine(async function quick(name: string) {
    trace(name, 'runs');
    return name;
  });

  trace('gather', await asyncio.gather(quick('a'), work('b', 1), quick('c')));
  trace('shield', await asyncio.shield(quick('d')));
  trace('wait_for', await asyncio.wait_for(quick('e'), 0));
  for (const one of asyncio.as_completed([work('f', 1), quick('g')])) trace('as_completed', await one);
  const made: asyncio.Task[] = [];
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    made.push(group.create_task(quick('h')), group.create_task(work('i', 1)));
    trace('made', ...made.map((task) => task.done()));
  });
  trace(
    'wait',
    (await asyncio.wait(made)).map((ones) => ones.size),
  );
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(work('j', 0, true));
      trace('goes on');
      await asyncio.sleep(1);
    });
  } catch (error) {
    asyncio.except_star(error, [asyncio.ValueError, (group) => trace('failed', group)]);
  }
  await asyncio.async_with(asyncio.timeout(1), async () => {
    trace('in a scope', await asyncio.create_task(quick('k')));
  });
});
