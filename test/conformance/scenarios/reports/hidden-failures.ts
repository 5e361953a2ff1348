// What is cancelled, or answered by a result, is not reported, also when an exception came in between.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const failsWhileCancelled = asyncio.coroutine(async function fails_while_cancelled() {
    try {
      await asyncio.sleep(5);
    } catch {
      throw new asyncio.ValueError('instead of the cancellation');
    }
  });

  const recovers = asyncio.coroutine(async () => {
    try {
      throw new asyncio.ValueError('handled');
    } catch {
      return 'recovered';
    }
  });

  const cancelled = asyncio.create_task(asyncio.sleep(5), { name: 'cancelled' });
  const failing = asyncio.create_task(failsWhileCancelled(), { name: 'failing' });
  const recovered = asyncio.create_task(recovers(), { name: 'recovered' });
  loop.create_future().cancel();
  await asyncio.sleep(0);
  const tasks: asyncio.Task[] = [cancelled, failing, recovered];
  for (const task of tasks) trace('cancel', task.get_name(), task.cancel());
  await asyncio.sleep(0);
  trace(
    'done',
    tasks.map((task) => task.done()),
  );
});
