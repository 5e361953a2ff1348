// The eager step runs in the task's context: a copy of the creator's, or the one that is given.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const work = asyncio.coroutine(async (value: string, delay: number) => {
    const before = variable.get();
    variable.set(value);
    await asyncio.sleep(delay);
    return [before, variable.get()];
  });

  variable.set('main');
  const quick = asyncio.create_task(work('quick', 0), { eager_start: true });
  trace('after quick', variable.get(), quick.get_context().__getitem__(variable));
  const context = asyncio.contextvars.copy_context();
  const given = asyncio.create_task(work('given', 0.5), { eager_start: true, context });
  trace('after given', variable.get(), context.__getitem__(variable), given.get_context() === context);
  context.run(() => variable.set('changed meanwhile'));
  variable.set('main again');
  trace('results', await quick, await given, variable.get());
});
