// A chain of three hundred awaits is resumed, and an error passes up through it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const level = asyncio.coroutine(async (depth: number): Promise<never> => {
    if (depth === 0) {
      await asyncio.sleep(0.5);
      trace('at the bottom');
      await asyncio.sleep(0.5);
      throw new asyncio.ValueError('from the bottom');
    }
    try {
      return await level(depth - 1);
    } finally {
      if (depth % 100 === 0) trace('passed', depth);
    }
  });

  try {
    await level(300);
  } catch (error) {
    trace('caught', error);
  }
});
