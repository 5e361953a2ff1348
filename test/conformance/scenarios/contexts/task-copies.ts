// A task runs in a copy of the context in which it was made.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const work = asyncio.coroutine(async (name: string) => {
    trace(name, 'begins with', variable.get());
    variable.set(name);
    await asyncio.sleep(0);
    trace(name, 'still has', variable.get());
  });

  variable.set('one');
  const a = asyncio.create_task(work('a'));
  variable.set('two');
  const b = asyncio.create_task(work('b'));
  variable.set('three');
  await a;
  await b;
  trace('main has', variable.get());
});
