// Eager tasks that make eager tasks take the current task over and give it back.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  loop.set_task_factory(asyncio.eager_task_factory);

  const names = (): string[] => [...asyncio.all_tasks()].map((task) => task.get_name()).sort();

  const level = asyncio.coroutine(async (depth: number): Promise<void> => {
    const name = asyncio.current_task()!.get_name();
    trace(name, 'begins', names());
    if (depth > 0) {
      const task = asyncio.create_task(level(depth - 1), { name: `level ${depth - 1}` });
      trace(name, 'is current', asyncio.current_task()!.get_name() === name);
      await task;
    } else {
      await asyncio.sleep(0.5);
    }
    trace(name, 'ends');
  });

  await asyncio.create_task(level(3), { name: 'level 3' });
  trace('left', names());
});
