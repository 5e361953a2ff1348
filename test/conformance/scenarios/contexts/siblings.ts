// Tasks that take turns don't see each other's variables.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<unknown[]>('var');

  const deep = asyncio.coroutine(async (depth: number): Promise<unknown[]> => {
    if (depth === 0) {
      await asyncio.sleep(0);
      return variable.get();
    }
    return await deep(depth - 1);
  });

  const work = asyncio.coroutine(async (name: string) => {
    variable.set([name]);
    for (let turn = 0; turn < 3; turn++) {
      await asyncio.sleep(0);
      variable.get().push(turn);
      const got = await deep(2);
      if (got[0] !== name) trace('leak', name, got);
    }
    return variable.get();
  });

  trace('results', await asyncio.gather(...[...'abcd'].map((name) => work(name))));
  trace('main', variable.get('nothing' as never));
});
