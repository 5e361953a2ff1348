// The message of a cancellation reaches who is cancelled and who awaits it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string) => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace(name, error, (error as asyncio.CancelledError).args);
      throw error;
    }
  });

  for (const message of ['text', 42, ['a', 'list'], '', null]) {
    const task = asyncio.create_task(work('work'));
    await asyncio.sleep(0);
    const unbegun = asyncio.create_task(work('never'));
    task.cancel(message);
    unbegun.cancel({ msg: message });
    for (const asked of [task, unbegun]) {
      try {
        await asked;
      } catch (error) {
        trace('awaited', error, (error as asyncio.CancelledError).args);
      }
    }
  }
});
