// run_until_complete can be called again and again, with coroutines, tasks and futures.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const work = asyncio.coroutine(async (value: number) => {
    await asyncio.sleep(0.5);
    return value;
  });

  const fail = asyncio.coroutine(async () => {
    throw new asyncio.ValueError('bad');
  });

  trace('first', await loop.run_until_complete(work(1)));
  trace('second', await loop.run_until_complete(loop.create_task(work(2))));
  const future = loop.create_future<number>();
  loop.call_later(0.25, () => future.set_result(3));
  trace('third', await loop.run_until_complete(future));
  trace('done already', await loop.run_until_complete(future));
  try {
    await loop.run_until_complete(fail());
  } catch (error) {
    trace('raised', error);
  }
  const gone = loop.create_future();
  loop.call_soon(() => gone.cancel('message'));
  try {
    await loop.run_until_complete(gone);
  } catch (error) {
    trace('cancelled', error);
  }
  try {
    await loop.run_until_complete(42 as never);
  } catch (error) {
    trace('refused', error);
  }
  loop.close();
};
