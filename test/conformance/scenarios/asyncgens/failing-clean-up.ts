// A generator whose clean-up fails when run closes it is reported; the others are closed all the same.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

const kept: asyncio.AsyncGenerator<string>[] = [];

export const main = asyncio.coroutine(async (trace: Trace) => {
  const opens = asyncio.asyncgen(async function* opens(name: string, error: Error | null) {
    try {
      yield name;
    } finally {
      trace(name, 'cleans up');
      await asyncio.sleep(0.25);
      if (error !== null) throw error;
    }
  });

  kept.push(opens('good', null), opens('bad', new asyncio.ValueError('in the clean-up')), opens('last', null));
  for (const generator of kept) trace('first', await asyncio.anext(generator));
  trace('main ends');
});
