// During its eager step a task is the current one and among all tasks; its creator is both again afterwards.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const names = (): string[] => [...asyncio.all_tasks()].map((task) => task.get_name()).sort();

  const inner = asyncio.coroutine(async () => {
    trace('inner', asyncio.current_task()!.get_name(), names());
  });

  const outer = asyncio.coroutine(async () => {
    trace('outer', asyncio.current_task()!.get_name(), names());
    asyncio.create_task(inner(), { name: 'inner', eager_start: true });
    trace('outer', asyncio.current_task()!.get_name(), names());
    await asyncio.sleep(0.5);
    trace('outer', asyncio.current_task()!.get_name(), names());
  });

  asyncio.current_task()!.set_name('main');
  const task = asyncio.create_task(outer(), { name: 'outer', eager_start: true });
  trace('main', asyncio.current_task()!.get_name(), names());
  await task;
  trace('main', asyncio.current_task()!.get_name(), names());
});
