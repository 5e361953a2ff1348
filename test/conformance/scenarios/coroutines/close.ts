// close raises GeneratorExit at the place where the coroutine waits, so that its clean-up runs.
// Not in wrapped, mixed style (a native body can't be stepped by hand).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Suspend {
  *__await__(): Generator<unknown, unknown, unknown> {
    return yield 'waits';
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = asyncio.coroutine(async () => {
    try {
      await asyncio.await_(new Suspend());
    } catch (error) {
      trace('inner', error);
      throw error;
    } finally {
      trace('inner cleans up');
    }
  });

  const outer = asyncio.coroutine(async () => {
    try {
      await inner();
    } finally {
      trace('outer cleans up');
    }
  });

  const coroutine = outer();
  coroutine.send(null);
  trace('close', coroutine.close() ?? null);
  trace('again', coroutine.close() ?? null);
  const unbegun = outer();
  trace('unbegun', unbegun.close() ?? null);
  for (const closed of [coroutine, unbegun]) {
    try {
      await closed;
    } catch (error) {
      trace('refused', error);
    }
  }
});
