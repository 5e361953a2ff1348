// A context that is given is used itself: what runs in it leaves its traces there.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });
  const shared = asyncio.contextvars.copy_context();

  const callback = (name: string): void => {
    trace(name, variable.get());
    variable.set(name);
  };

  const work = asyncio.coroutine(async (name: string) => {
    trace(name, variable.get());
    variable.set(name);
    await asyncio.sleep(0);
    trace(name, variable.get());
  });

  variable.set('main');
  loop.call_soon(callback, 'soon', { context: shared });
  loop.call_later(0.25, callback, 'later', { context: shared });
  const handle = loop.call_at(0.5, callback, 'at', { context: shared });
  const a = asyncio.create_task(work('a'), { context: shared });
  const b = asyncio.create_task(work('b'), { context: shared });
  await asyncio.gather(a, b);
  await asyncio.sleep(1);
  trace('end', shared.get(variable), variable.get(), a.get_context() === shared, handle.get_context() === shared);
});
