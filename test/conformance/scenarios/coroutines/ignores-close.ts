// A coroutine that waits again when it is closed is told that it ignored GeneratorExit.
// Not in wrapped, mixed style (a native body can't be stepped by hand).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Suspend {
  *__await__(): Generator<unknown, unknown, unknown> {
    return yield 'waits';
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const stubborn = asyncio.coroutine(async () => {
    for (let round = 0; round < 2; round++) {
      try {
        await asyncio.await_(new Suspend());
      } catch (error) {
        if (!(error instanceof asyncio.GeneratorExit)) throw error;
        trace('ignored');
      }
    }
  });

  const answers = asyncio.coroutine(async () => {
    try {
      return await asyncio.await_(new Suspend());
    } catch {
      return 'a result that close returns';
    }
  });

  const fails = asyncio.coroutine(async () => {
    try {
      await asyncio.await_(new Suspend());
    } finally {
      throw new asyncio.ValueError('instead');
    }
  });

  for (const work of [stubborn, answers, fails]) {
    const coroutine = work();
    coroutine.send(null);
    try {
      trace('close', coroutine.close() ?? null);
    } catch (error) {
      trace('raised', error);
    }
    trace('close', coroutine.close() ?? null);
  }
});
