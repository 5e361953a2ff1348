// Clean-up may wait; a second cancellation interrupts it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string) => {
    try {
      await asyncio.sleep(5);
    } finally {
      trace(name, 'cleans up');
      try {
        await asyncio.sleep(1);
        trace(name, 'is clean');
      } catch (error) {
        trace(name, 'is interrupted', error);
        throw error;
      }
    }
  });

  const patient = asyncio.create_task(work('patient'));
  const hasty = asyncio.create_task(work('hasty'));
  await asyncio.sleep(0.25);
  patient.cancel('first');
  hasty.cancel('first');
  await asyncio.sleep(0.25);
  hasty.cancel('second');
  for (const task of [hasty, patient]) {
    try {
      await task;
    } catch (error) {
      trace('ended', error);
    }
  }
});
