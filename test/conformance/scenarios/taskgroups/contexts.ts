// A task of a group runs in a copy of the current context, or in the one that is given.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { contextvars } = asyncio;
  const variable = new contextvars.ContextVar('variable', { default: 'nothing' });

  const show = asyncio.coroutine(async function show(name: string) {
    trace(name, variable.get());
    variable.set(name);
  });

  variable.set('parent');
  const context = contextvars.copy_context();
  context.run(() => variable.set('given'));
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(show('a'));
    group.create_task(show('b'), { context });
    variable.set('later');
    group.create_task(show('c'));
  });
  trace('parent', variable.get(), context.get(variable));
});
