// A loop that is stopped before the future is done says so.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const work = asyncio.coroutine(async () => {
    await asyncio.sleep(5);
    return 'done';
  });

  const task = loop.create_task(work());
  loop.call_later(0.5, () => loop.stop());
  try {
    await loop.run_until_complete(task);
  } catch (error) {
    trace('raised', error);
  }
  trace('resumed', await loop.run_until_complete(task));
  loop.close();
};
