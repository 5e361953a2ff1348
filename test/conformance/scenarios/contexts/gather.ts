// The coroutines given to gather run in copies of the context of the call.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<number>('var', { default: 0 });

  const add = asyncio.coroutine(async (number: number) => {
    const before = variable.get();
    variable.set(before + number);
    await asyncio.sleep(number / 4);
    return [before, variable.get()];
  });

  variable.set(10);
  const future = asyncio.gather(add(1), add(2), add(3));
  variable.set(20);
  const results = await future;
  trace('results', results, variable.get());
});
