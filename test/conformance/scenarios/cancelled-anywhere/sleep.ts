// Cancelled at every turn: sleeps, one after another, and a turn that is given up.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const inner = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(0);
      trace('inner sleeps');
      return await asyncio.sleep(1, 'slept');
    } finally {
      trace('inner ends');
    }
  });

  const victim = asyncio.coroutine(async () => {
    trace('begins');
    trace('inner', await inner());
    try {
      await asyncio.sleep(2);
    } catch (error) {
      trace('caught', error);
      await asyncio.sleep(1);
      return 'stubborn';
    }
    return 'whole';
  });

  const others = asyncio.coroutine(async () => {
    await asyncio.sleep(2);
  });

  const afterwards = asyncio.coroutine(async () => {
    trace('afterwards', await asyncio.sleep(1, 'still'));
  });

  return [victim, others, afterwards];
};
