// Calling a coroutine function runs none of its body.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string) => {
    trace('work', name);
    return name;
  });

  const first = work('first');
  const second = work('second');
  trace('nothing ran');
  trace('got', await second);
  trace('got', await first);
});
