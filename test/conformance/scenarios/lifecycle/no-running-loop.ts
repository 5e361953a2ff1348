// Outside of a loop there is no running one, no current task and nothing can be scheduled.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const work = asyncio.coroutine(async function work() {});

  const coroutine = work();
  const attempts: Record<string, () => unknown> = {
    get_running_loop: () => asyncio.get_running_loop(),
    current_task: () => asyncio.current_task(),
    all_tasks: () => asyncio.all_tasks(),
    create_task: () => asyncio.create_task(coroutine),
  };

  const ask = (label: string): void => {
    trace(label);
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        trace(name, attempt());
      } catch (error) {
        trace(name, error);
      }
    }
  };

  ask('before');
  const loop = newLoop();
  await loop.run_until_complete(asyncio.sleep(0));
  ask('after');
  trace('asked of a loop', asyncio.current_task(loop), asyncio.all_tasks(loop).size);
  const task = loop.create_task(coroutine, { name: 'T' });
  trace('asked of a loop', asyncio.current_task(loop), [...asyncio.all_tasks(loop)]);
  await loop.run_until_complete(task);
  loop.close();
};
