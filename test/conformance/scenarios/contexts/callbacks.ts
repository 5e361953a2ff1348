// A callback runs in a copy of the context in which it was scheduled.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const callback = (name: string): void => {
    trace(name, variable.get());
    variable.set(`changed by ${name}`);
  };

  variable.set('one');
  loop.call_soon(callback, 'soon');
  loop.call_later(0.25, callback, 'later');
  loop.call_at(0.5, callback, 'at');
  loop.call_soon_threadsafe(callback, 'threadsafe');
  variable.set('two');
  loop.call_soon(callback, 'soon again');
  await asyncio.sleep(1);
  trace('main', variable.get());
});
