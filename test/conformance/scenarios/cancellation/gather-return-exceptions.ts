// A gather that returns exceptions is cancelled itself when somebody cancels it, whatever its children do.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: number, swallows: boolean) => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace(name, 'gets it');
      if (!swallows) throw error;
    }
    await asyncio.sleep(0.25);
    return name;
  });

  for (const swallowers of [
    [false, false],
    [true, false],
    [true, true],
  ]) {
    const future = asyncio.gather(...swallowers.map((swallows, name) => work(name, swallows)), {
      return_exceptions: true,
    });
    await asyncio.sleep(0.5);
    future.cancel('stop');
    try {
      trace('results', await future);
    } catch (error) {
      trace('caught', error, future.cancelled());
    }
  }
});
