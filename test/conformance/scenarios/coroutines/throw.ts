// throw raises at the place where the coroutine waits; it may catch the error and go on.
// Not in wrapped, mixed style (a native body can't be stepped by hand).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Suspend {
  *__await__(): Generator<unknown, unknown, unknown> {
    return yield 'waits';
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = asyncio.coroutine(async (name: string) => {
    try {
      await asyncio.await_(new Suspend());
    } catch (error) {
      if (!(error instanceof asyncio.ValueError)) throw error;
      trace(name, 'catches', error);
    }
    return await asyncio.await_(new Suspend());
  });

  const outer = asyncio.coroutine(async function outer(name: string) {
    try {
      return await inner(name);
    } catch (error) {
      trace(name, 'lets out', error);
      throw error;
    }
  });

  const a = outer('a');
  trace('sent', a.send(null));
  trace('thrown', a.throw(new asyncio.ValueError('v')));
  try {
    a.throw(new asyncio.KeyError('k'));
  } catch (error) {
    trace('came out', error);
  }
  const b = outer('b');
  b.send(null);
  trace('class', b.throw(asyncio.ValueError));
  try {
    b.send('result');
  } catch (error) {
    trace('result', (error as asyncio.StopIteration).value);
  }
  const c = outer('c');
  try {
    c.throw(new asyncio.KeyError('unbegun'));
  } catch (error) {
    trace('came out', error);
  }
  for (const wrong of [42, 'text', null]) {
    try {
      outer('d').throw(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
});
