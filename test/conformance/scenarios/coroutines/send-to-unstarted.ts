// A coroutine that has not begun takes nothing but None.
// Not in wrapped, mixed style (a native body can't be stepped by hand).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    trace('runs');
    return 1;
  });

  const coroutine = work();
  try {
    coroutine.send(42);
  } catch (error) {
    trace('refused', error);
  }
  trace('still fine', await coroutine);
});
