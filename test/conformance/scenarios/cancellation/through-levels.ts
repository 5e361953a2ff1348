// The error is raised at the innermost await and passes up through every level.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const level = asyncio.coroutine(async (depth: number): Promise<void> => {
    try {
      if (depth === 0) await asyncio.sleep(5);
      else await level(depth - 1);
    } catch (error) {
      trace('level', depth, error);
      if (depth === 3) {
        await asyncio.sleep(0.25);
        trace('level', depth, 'has slept');
      }
      throw error;
    } finally {
      trace('level', depth, 'ends');
    }
  });

  const task = asyncio.create_task(level(5));
  await asyncio.sleep(0.5);
  task.cancel('out');
  try {
    await task;
  } catch (error) {
    trace('caught', error);
  }
});
