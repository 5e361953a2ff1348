// A done callback runs in the context in which it was added, or in the one it was given.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'nothing' });
  const future = loop.create_future<null>();
  const given = asyncio.contextvars.copy_context();
  given.run(() => variable.set('given'));

  const callback = (): void => {
    trace('callback', variable.get());
    variable.set('changed');
  };

  variable.set('one');
  future.add_done_callback(callback);
  variable.set('two');
  future.add_done_callback(callback);
  future.add_done_callback(callback, { context: given });
  variable.set('three');
  future.set_result(null);
  await asyncio.sleep(0);
  future.add_done_callback(callback);
  future.add_done_callback(callback, { context: given });
  await asyncio.sleep(0);
  trace('here', variable.get(), given.get(variable));
});
