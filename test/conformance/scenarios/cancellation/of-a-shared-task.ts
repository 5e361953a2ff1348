// Two await one task: cancelling one of them cancels the task, and the other gets a CancelledError too.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const shared = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('shared gets', error);
      throw error;
    }
  });

  const waits = asyncio.coroutine(async (name: string) => {
    try {
      await task;
    } catch (error) {
      trace(name, 'gets', error, asyncio.current_task()!.cancelling());
      throw error;
    }
  });

  const task = asyncio.create_task(shared());
  const a = asyncio.create_task(waits('a'));
  const b = asyncio.create_task(waits('b'));
  await asyncio.sleep(0.5);
  trace('cancel', a.cancel('enough'));
  const [done] = await asyncio.wait([a, b, task]);
  trace('end', done.size, a.cancelled(), b.cancelled(), task.cancelled());
});
