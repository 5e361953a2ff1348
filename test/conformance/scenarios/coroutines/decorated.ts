// A function around a coroutine function may look before the coroutine begins and after it ends.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  type Add = (a: number, b: number) => asyncio.Coroutine<number>;

  const logged = (fn: Add): Add =>
    asyncio.coroutine(async (...args: [number, number]) => {
      trace('before', args);
      try {
        return await fn(...args);
      } catch (error) {
        trace('failed', error);
        throw error;
      } finally {
        trace('after');
      }
    });

  const prepared =
    (fn: Add): Add =>
    (a, b) => {
      trace('called');
      return fn(a, b);
    };

  const add = logged(
    prepared(
      asyncio.coroutine(async (a: number, b: number) => {
        await asyncio.sleep(0.25);
        if (b === 0) throw new asyncio.ValueError('nothing to add');
        return a + b;
      }),
    ),
  );

  const coroutine = add(1, 2);
  trace('made');
  trace('result', await coroutine);
  trace('gathered', await asyncio.gather(add(3, 4), add(5, 0), { return_exceptions: true }));
});
