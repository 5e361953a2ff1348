// athrow raises at the place of the last yield; the generator may go on or let the error out.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const patient = asyncio.asyncgen(async function* () {
    let number = 0;
    for (;;) {
      try {
        yield number;
      } catch (error) {
        if (!(error instanceof asyncio.ValueError)) throw error;
        trace('catches', error);
        await asyncio.sleep(0.25);
      }
      number += 1;
    }
  });

  const generator = patient();
  trace('first', await asyncio.anext(generator));
  trace('thrown', await generator.athrow(new asyncio.ValueError('v')));
  trace('class', await generator.athrow(asyncio.ValueError));
  try {
    await generator.athrow(new asyncio.KeyError('k'));
  } catch (error) {
    trace('let out', error);
  }
  try {
    await asyncio.anext(generator);
  } catch (error) {
    trace('over', error);
  }
  const fresh = patient();
  try {
    await fresh.athrow(new asyncio.KeyError('unbegun'));
  } catch (error) {
    trace('let out', error);
  }
  trace('fresh is over', await asyncio.anext(fresh, 'default'));
});
