// all_tasks are the tasks that aren't done.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const names = (): string[] => [...asyncio.all_tasks()].map((task) => task.get_name()).sort();

  const work = asyncio.coroutine(async (delay: number) => {
    await asyncio.sleep(delay);
  });

  trace('only main', names());
  const a = asyncio.create_task(work(0.5), { name: 'a' });
  const b = asyncio.create_task(work(0.25), { name: 'b' });
  const c = asyncio.create_task(work(9), { name: 'c' });
  trace('not begun', names());
  await b;
  trace('b is done', names());
  c.cancel();
  trace('c is asked to end', names());
  await a;
  trace('all', names());
  return [...asyncio.all_tasks()].every((task) => task === asyncio.current_task());
});
