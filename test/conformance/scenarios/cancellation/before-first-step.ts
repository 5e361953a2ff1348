// A task that is cancelled before its first step never runs its body.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    trace('never');
  });

  const task = asyncio.create_task(work());
  trace('cancel', task.cancel(), task.done());
  try {
    await task;
  } catch (error) {
    trace('caught', error, task.cancelled());
  }
});
