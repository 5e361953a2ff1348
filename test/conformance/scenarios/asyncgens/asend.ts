// asend hands a value to the place of the last yield.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const echo = asyncio.asyncgen(async function* (): AsyncGenerator<string, void, unknown> {
    let got = yield 'ready';
    while (got !== 'stop') {
      await asyncio.sleep(0.25);
      got = yield `echo ${asyncio.str(got)}`;
    }
    trace('stopping');
  });

  const generator = echo();
  trace('first', await generator.asend(null));
  trace('sent', await generator.asend('a'));
  trace('sent', await generator.asend([1, 2]));
  trace('next', await generator.__anext__());
  try {
    await generator.asend('stop');
  } catch (error) {
    trace('ended', error);
  }
  try {
    await generator.asend('more');
  } catch (error) {
    trace('over', error);
  }
  const fresh = echo();
  try {
    await fresh.asend('too early');
  } catch (error) {
    trace('refused', error);
  }
});
