// A coroutine that is closed before it begins never runs and isn't reported.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    trace('never');
  });

  const coroutine = work();
  trace('close', coroutine.close() ?? null);
  trace('again', coroutine.close() ?? null);
  try {
    await coroutine;
  } catch (error) {
    trace('refused', error);
  }
});
