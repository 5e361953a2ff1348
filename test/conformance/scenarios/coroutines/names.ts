// A coroutine goes by the name of its function, and can be renamed.
// Not in helpers style (it prints the names of functions).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work() {
    await asyncio.sleep(0);
  });

  const coroutine = work();
  trace('names', coroutine.__name__, work.__name__);
  coroutine.__name__ = 'other';
  coroutine.__qualname__ = 'some.other';
  trace('names', coroutine.__name__, coroutine.__qualname__, coroutine);
  const task = asyncio.create_task(coroutine, { name: 'T' });
  trace('task', task);
  await task;
  trace('task', task);
});
