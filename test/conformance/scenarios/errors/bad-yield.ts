// A coroutine that yields something odd to its task is told so, and may go on.
// Not in wrapped, mixed style (a native body can't yield).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Odd {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  *__await__(): Generator<unknown, unknown, unknown> {
    return (yield this.value) ?? null;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async function work() {
    for (const odd of [42, 'text', loop.create_future(), [1]]) {
      try {
        await asyncio.await_(new Odd(odd));
      } catch (error) {
        trace('told', error);
      }
    }
    return await asyncio.await_(new Odd(null));
  });

  trace('result', await asyncio.create_task(work(), { name: 'T' }));
});
