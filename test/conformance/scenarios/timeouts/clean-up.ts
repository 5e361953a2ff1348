// The end of the time interrupts once: the clean-up may take as long as it needs.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string) {
    try {
      await asyncio.sleep(9);
    } finally {
      trace(name, 'cleans up');
      await asyncio.sleep(3);
      trace(name, 'has cleaned up');
    }
  });

  const limited = asyncio.coroutine(async function limited(name: string) {
    const task = asyncio.current_task()!;
    const scope = asyncio.timeout(1);
    try {
      await asyncio.async_with(scope, async () => {
        try {
          await work(name);
        } finally {
          trace(name, scope, task.cancelling());
        }
      });
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace(name, error, task.cancelling());
    }
  });

  await limited('alone');
  const task = asyncio.create_task(limited('cancelled'));
  await asyncio.sleep(2);
  task.cancel('while it cleans up');
  try {
    await task;
  } catch (error) {
    trace('wins', error, task.cancelling());
  }
  try {
    await asyncio.async_with(asyncio.timeout(3), async () => {
      await asyncio.async_with(asyncio.timeout(1), async () => {
        await work('outer too');
      });
    });
  } catch (error) {
    trace('outer', error);
  }
});
