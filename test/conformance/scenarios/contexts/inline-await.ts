// A coroutine that is awaited shares the context of who awaits it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<number>('var', { default: 0 });

  const deeper = asyncio.coroutine(async (depth: number): Promise<number> => {
    variable.set(variable.get() + 1);
    if (depth > 0) {
      await asyncio.sleep(0);
      await deeper(depth - 1);
    }
    return variable.get();
  });

  const inline = await deeper(3);
  trace('inline', inline, variable.get());
  const task = await asyncio.create_task(deeper(3));
  trace('task', task, variable.get());
  const again = await deeper(0);
  trace('inline', again, variable.get());
});
