// wait_for awaits a coroutine in the context of the caller, and a task in its own.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const sets = asyncio.coroutine(async (value: string) => {
    const before = variable.get();
    variable.set(value);
    await asyncio.sleep(0.25);
    return before;
  });

  trace('coroutine', await asyncio.wait_for(sets('one'), 1), variable.get());
  trace('task', await asyncio.wait_for(asyncio.create_task(sets('two')), 1), variable.get());
  trace('no limit', await asyncio.wait_for(sets('three'), null), variable.get());
  trace('shield', await asyncio.shield(sets('four')), variable.get());
  try {
    await asyncio.wait_for(sets('five'), 0.125);
  } catch {
    trace('timed out', variable.get());
  }
});
