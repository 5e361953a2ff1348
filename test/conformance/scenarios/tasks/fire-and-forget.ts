// A set that a task leaves by its own done callback holds exactly the tasks that are pending.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const background = new Set<asyncio.Task>();

  const work = asyncio.coroutine(async function work(name: string, delay: number, error: Error | null) {
    await asyncio.sleep(delay);
    if (error !== null) throw error;
    trace('done', name);
  });

  const discard = (task: asyncio.Future): void => {
    background.delete(task as asyncio.Task);
  };

  const spawn = (name: string, delay: number, error: Error | null = null): void => {
    const task = asyncio.create_task<unknown>(work(name, delay, error), { name });
    background.add(task);
    task.add_done_callback(discard);
  };

  spawn('quick', 0);
  spawn('slow', 0.5);
  spawn('failing', 0.25, new asyncio.ValueError('in the background'));
  for (let i = 0; i < 4; i++) {
    trace('pending', [...background].map((task) => task.get_name()).sort());
    await asyncio.sleep(0.1875);
  }
  for (const task of background) task.cancel();
  trace('end', background.size);
});
