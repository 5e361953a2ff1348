// Cancelling a task that awaits gather cancels the children.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string) => {
    try {
      await asyncio.sleep(5);
    } finally {
      trace(name, 'ends');
    }
  });

  const parent = asyncio.coroutine(async () => {
    try {
      await asyncio.gather(work('a'), work('b'), work('c'));
    } finally {
      trace('parent ends');
    }
  });

  const task = asyncio.create_task(parent());
  await asyncio.sleep(0.5);
  task.cancel('stop');
  try {
    await task;
  } catch (error) {
    trace('caught', error, task.cancelled());
  }
});
