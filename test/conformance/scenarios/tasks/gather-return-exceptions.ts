// With return_exceptions the failures are results, cancelled children included.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, delay: number, fails = false) => {
    await asyncio.sleep(delay);
    if (fails) throw new asyncio.KeyError(name);
    return name;
  });

  const victim = asyncio.create_task(work('victim', 5));
  asyncio.get_running_loop().call_later(0.3, () => victim.cancel('why not'));
  const results = await asyncio.gather(work('a', 0.5, true), work('b', 0.25), victim, work('c', 0.1, true), {
    return_exceptions: true,
  });
  trace('results', results);
});
