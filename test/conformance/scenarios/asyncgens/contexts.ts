// A generator runs in the context of who asks it for the next value.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const reader = asyncio.asyncgen(async function* () {
    for (;;) {
      yield variable.get();
      await asyncio.sleep(0);
    }
  });

  const generator = reader();

  const ask = asyncio.coroutine(async (name: string) => {
    variable.set(name);
    return await asyncio.anext(generator);
  });

  trace('main', await asyncio.anext(generator));
  trace('a', await asyncio.create_task(ask('a')));
  trace('b', await asyncio.create_task(ask('b')));
  variable.set('main');
  trace('main', await asyncio.anext(generator));

  const setter = asyncio.asyncgen(async function* () {
    variable.set('set by the generator');
    yield;
  });

  for await (const value of setter()) trace('inside', value, variable.get());
  trace('after', variable.get());
  await generator.aclose();
});
