// A group makes its tasks by the factory of the loop, and hands the keywords on.
// Not in helpers style (it prints the names of functions).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const made: unknown[] = [];

  const factory = (loop: asyncio.AbstractEventLoop, coro: asyncio.Coroutine<unknown>, keywords: object = {}) => {
    made.push([coro.__name__, Object.keys(keywords).sort()]);
    return new asyncio.Task(coro, { loop, ...keywords });
  };

  const work = asyncio.coroutine(async function work() {
    return asyncio.current_task()!.get_name();
  });

  const loop = asyncio.get_running_loop();
  loop.set_task_factory(factory);
  const names: asyncio.Task<string>[] = [];
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    names.push(group.create_task(work()));
    names.push(group.create_task(work(), { name: 'named' }));
    names.push(group.create_task(work(), { name: null }));
  });
  const [plain, named, nobody] = names.map((task) => task.result()) as [string, string, string];
  trace('made', made);
  trace('names', named, nobody.startsWith('Task-'), plain.startsWith('Task-'));

  loop.set_task_factory((_loop, coro) => {
    coro.close();
    throw new asyncio.ValueError('no more tasks');
  });
  const group = new asyncio.TaskGroup();
  try {
    await asyncio.async_with(group, async () => {
      group.create_task(work());
    });
  } catch (error) {
    trace('refused', error, group);
  }
});
