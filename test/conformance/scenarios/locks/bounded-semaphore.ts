// A bounded semaphore takes no more permits back than it had at first.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const semaphore = new asyncio.BoundedSemaphore(2);
  const state = (): string => asyncio.repr(semaphore).split('[')[1]!;

  const release = (label: string): void => {
    try {
      semaphore.release();
      trace(label, state());
    } catch (error) {
      trace(label, error, state());
    }
  };

  const use = asyncio.coroutine(async function use(name: string) {
    await asyncio.async_with(semaphore, async () => {
      trace(name, 'has it');
      await asyncio.sleep(1);
    });
  });

  release('at first');
  await semaphore.acquire();
  release('taken once');
  release('once too often');
  const tasks = [...'abc'].map((name) => asyncio.create_task(use(name)));
  await asyncio.sleep(0);
  release('of somebody else');
  try {
    await asyncio.gather(...tasks);
  } catch (error) {
    trace('who comes last', error);
  }
  trace('ended', semaphore instanceof asyncio.Semaphore, state());
});
